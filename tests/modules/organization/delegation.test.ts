import { describe, expect, it } from 'vitest';
import {
  type Delegation,
  type DelegationSituation,
  delegationsTo,
  isActiveOn,
  type ProposedDelegation,
  refusalToDelegate,
} from '#app/modules/organization/delegation.ts';
import { overlaps } from '#app/modules/organization/period.ts';
import en from '#content/messages/organization-refusals.en.json';
import vi from '#content/messages/organization-refusals.vi.json';

const proposed: ProposedDelegation = {
  from: 'lan',
  to: 'son',
  roles: ['lanh-dao'],
  approvalKinds: ['procedure'],
  validFrom: '2026-10-10',
  until: '2026-10-23',
  conditions: 'Báo cáo hằng tuần',
  decisionNumber: '12/QĐ-UBND',
};
const service = new Map([
  ['lan', { from: '2025-07-01', until: null }],
  ['son', { from: '2025-07-01', until: '2026-12-31' }],
  ['thu', { from: '2026-10-15', until: null }],
]);
const situation: DelegationSituation = {
  today: '2026-10-06',
  serviceOf: (officer) => service.get(officer) ?? null,
  ownRoles: ['lanh-dao'],
  ownApprovalKinds: ['procedure', 'form'],
  existing: [],
};
const earlier: Delegation = {
  id: 'uq-01',
  from: 'chu',
  to: 'lan',
  roles: ['chu-tich'],
  approvalKinds: [],
  validFrom: '2026-10-01',
  until: '2026-10-31',
};
const codeOf = (change: Partial<ProposedDelegation>, about: Partial<DelegationSituation> = {}) => {
  const reason = refusalToDelegate({ ...proposed, ...change }, { ...situation, ...about });
  if (reason) expect(Object.keys(vi)).toContain(reason.code);
  return reason?.code.replace('organization.refusal.', '') ?? null;
};

describe('delegating', () => {
  it('hands named tasks to a serving officer from a day to a day', () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ validFrom: '2026-10-06', until: '2026-10-06' })).toBeNull();
    expect(codeOf({ roles: [] })).toBeNull();
    expect(codeOf({ approvalKinds: [] })).toBeNull();
  });

  it.each<[string, Partial<ProposedDelegation>, string]>([
    ['backwards', { validFrom: '2026-10-05' }, 'delegation-backwards'],
    ['without an end', { until: null }, 'delegation-endless'],
    ['ending before it begins', { until: '2026-10-09' }, 'delegation-ends-before-it-begins'],
    ['on no day', { validFrom: '2026-10-32' }, 'no-day'],
    ['of nothing', { roles: [], approvalKinds: [] }, 'delegation-empty'],
    ['without a decision', { decisionNumber: ' ' }, 'no-decision-number'],
    ['to oneself', { to: 'lan' }, 'delegates-to-self'],
    ['to somebody unknown', { to: 'ai-do' }, 'delegate-inactive'],
    ['to somebody who joins later', { to: 'thu' }, 'delegate-inactive'],
    ['to somebody who leaves before its end', { until: '2027-01-01' }, 'delegate-inactive'],
    ['by somebody who has left', { from: 'ai-do' }, 'delegator-inactive'],
    ['of a task of somebody else', { roles: ['van-thu'] }, 'delegates-foreign'],
    ['of an approval of somebody else', { approvalKinds: ['manual'] }, 'delegates-foreign'],
  ])('is refused %s', (_name, change, code) => expect(codeOf(change)).toBe(code));

  it('is refused of what came by delegation', () => {
    expect(codeOf({ roles: ['chu-tich'] }, { existing: [earlier] })).toBe('delegated-on');
    expect(codeOf({ roles: ['chu-tich'] }, { existing: [{ ...earlier, until: '2026-10-09' }] })).toBe(
      'delegates-foreign',
    );
  });

  it('is refused while the delegate hands the same task on', () => {
    const onward = { ...earlier, from: 'son', to: 'thu', roles: ['lanh-dao'] };
    expect(codeOf({}, { existing: [onward] })).toBe('delegate-delegates');
    expect(codeOf({}, { existing: [{ ...onward, roles: ['van-thu'] }] })).toBeNull();
    expect(codeOf({}, { existing: [{ ...onward, until: '2026-10-09' }] })).toBeNull();
  });

  it('has a sentence in both languages for every refusal', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
    const english = new Map(Object.entries(en));
    expect([...english.keys()]).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect(holes(english.get(key) ?? '')).toEqual(holes(text));
  });
});

describe('a delegation', () => {
  it('runs on its days and expires by itself', () => {
    expect(
      ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((day) => isActiveOn(earlier, day)),
    ).toEqual([false, true, true, false]);
    expect(delegationsTo('lan', '2026-10-01', [earlier])).toEqual([earlier]);
    expect(delegationsTo('son', '2026-10-01', [earlier])).toEqual([]);
    expect(delegationsTo('lan', '2026-11-01', [earlier])).toEqual([]);
  });

  it('meets another when they share a day', () => {
    const open = { from: '2026-10-01', until: null };
    expect(overlaps(open, { from: '2020-01-01', until: '2026-10-01' })).toBe(true);
    expect(overlaps(open, { from: '2020-01-01', until: '2026-09-30' })).toBe(false);
    expect(overlaps({ from: '2020-01-01', until: null }, open)).toBe(true);
  });
});
