import { describe, expect, it } from 'vitest';
import {
  type AuditedMatter,
  type Involvement,
  refusalToAssign,
  type Tie,
  tiesTo,
} from '#app/modules/audits/independence.ts';
import vi from '#content/messages/audits-refusals.vi.json';

const matter: AuditedMatter = {
  units: ['ttpvhcc'],
  procedures: [
    { document: 'QT-TP-01', unit: 'van-phong' },
    { document: 'HD-09', unit: null },
  ],
  period: { from: '2026-01-01', until: '2026-09-30' },
  on: '2026-11-02',
};
const nobody: Involvement = { memberships: [], drafted: [], responsible: [] };
const open = { from: '2025-07-01', until: null };
const ties = (change: Partial<Involvement>) => tiesTo(matter, { ...nobody, ...change });
const step = { document: 'QT-TP-01', step: 'tham-tra' };

describe('what ties an officer to what is audited', () => {
  it.each<[string, Partial<Involvement>, Tie[]]>([
    ['nothing', {}, []],
    [
      'the audited unit',
      { memberships: [{ unit: 'ttpvhcc', ...open }] },
      [{ kind: 'unit', unit: 'ttpvhcc' }],
    ],
    [
      'the unit left before the period',
      { memberships: [{ unit: 'ttpvhcc', from: '2025-07-01', until: '2025-12-31' }] },
      [],
    ],
    [
      'the unit left within the period',
      { memberships: [{ unit: 'ttpvhcc', from: '2025-07-01', until: '2026-01-01' }] },
      [{ kind: 'unit', unit: 'ttpvhcc' }],
    ],
    [
      'the unit joined after the period, before the audit',
      { memberships: [{ unit: 'ttpvhcc', from: '2026-10-15', until: null }] },
      [{ kind: 'unit', unit: 'ttpvhcc' }],
    ],
    [
      'the unit joined after the audit',
      { memberships: [{ unit: 'ttpvhcc', from: '2026-11-03', until: null }] },
      [],
    ],
    [
      'the unit that owns a procedure',
      { memberships: [{ unit: 'van-phong', ...open }] },
      [{ kind: 'owner', document: 'QT-TP-01', unit: 'van-phong' }],
    ],
    ['another unit', { memberships: [{ unit: 'van-hoa-xa-hoi', ...open }] }, []],
    ['having drafted the procedure', { drafted: ['QT-TP-01'] }, [{ kind: 'drafter', document: 'QT-TP-01' }]],
    ['having drafted another', { drafted: ['QT-TP-02'] }, []],
    [
      'a step done in the period',
      {
        responsible: [
          { ...step, ...open },
          { ...step, ...open },
        ],
      },
      [{ kind: 'step', ...step }],
    ],
    ['a step done after the period', { responsible: [{ ...step, from: '2026-10-01', until: null }] }, []],
    ['a step of another procedure', { responsible: [{ ...step, document: 'QT-TP-02', ...open }] }, []],
  ])('%s', (_name, change, expected) => expect(ties(change)).toEqual(expected));
});

describe('assigning an auditor', () => {
  const kinds: Tie[] = [
    { kind: 'unit', unit: 'ttpvhcc' },
    { kind: 'drafter', document: 'QT-TP-01' },
    { kind: 'owner', document: 'QT-TP-01', unit: 'van-phong' },
    { kind: 'step', ...step },
  ];
  const exception = { reason: 'Chỉ có ba đánh giá viên', secondReviewer: 'lan', secondReviewerTies: [] };

  it('an officer without ties is assigned under every edition', () => {
    for (const edition of ['2008', '2015', '2026'] as const)
      expect(refusalToAssign('thu', [], edition, null)).toBeNull();
  });

  it.each(kinds)('2008 refuses own work outright: %o', (tie) => {
    const reason = refusalToAssign('thu', [tie], '2008', exception);
    expect(reason?.code).toBe(`audits.refusal.own-work-${tie.kind}`);
    expect(Object.keys(vi)).toContain(reason?.code);
  });

  it.each(kinds)('2015 and 2026 allow it with a reason and a second reviewer: %o', (tie) => {
    for (const edition of ['2015', '2026'] as const) {
      const codeOf = (
        given: typeof exception | { reason: string; secondReviewer: null; secondReviewerTies: [] } | null,
      ) => refusalToAssign('thu', [tie], edition, given)?.code.replace('audits.refusal.', '') ?? null;
      expect(codeOf(exception)).toBeNull();
      expect(codeOf(null)).toBe(`tied-${tie.kind}`);
      expect(codeOf({ ...exception, reason: ' ' })).toBe(`tied-${tie.kind}`);
      expect(codeOf({ ...exception, secondReviewer: null, secondReviewerTies: [] })).toBe(
        'no-second-reviewer',
      );
      expect(codeOf({ ...exception, secondReviewer: 'thu' })).toBe('reviews-own-audit');
    }
    expect(Object.keys(vi)).toContain(`audits.refusal.tied-${tie.kind}`);
  });

  it('the second reviewer is independent too', () => {
    const [tie] = kinds;
    const given = { ...exception, secondReviewerTies: tie ? [tie] : [] };
    expect(refusalToAssign('thu', kinds, '2015', given)?.code).toBe('audits.refusal.second-reviewer-tied');
  });

  it('names unit, document and step it speaks of', () => {
    expect(refusalToAssign('thu', [{ kind: 'step', ...step }], '2015', null)?.details).toEqual(step);
  });
});
