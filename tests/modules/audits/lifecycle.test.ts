import { describe, expect, it } from 'vitest';
import {
  type AuditAct,
  type AuditFacts,
  type AuditState,
  auditStates,
  auditTransitions,
  refusalByState,
  refusalToAnnounce,
  refusalToBegin,
  refusalToClose,
  refusalToReport,
} from '#app/modules/audits/lifecycle.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import en from '#content/messages/audits-refusals.en.json';
import vi from '#content/messages/audits-refusals.vi.json';

const codeOf = (reason: Refusal | null) => reason?.code.replace('audits.refusal.', '') ?? null;
const acts = Object.keys(auditTransitions) as AuditAct[]; // keys of the table

/** Written out by hand: which acts each state allows. */
const permitted: Record<AuditState, AuditAct[]> = {
  planned: ['announce'],
  announced: ['begin'],
  'under-way': ['answer', 'report'],
  reported: ['close'],
  closed: [],
};

function audit(change: Partial<AuditFacts> = {}): AuditFacts {
  return {
    state: 'planned',
    kind: 'internal-audit',
    edition: '2015',
    objective: 'Xem việc trả kết quả đúng hạn',
    units: ['ttpvhcc'],
    plannedOn: '2026-11-02',
    auditors: [
      { officer: 'thu', part: 'lead', ties: [], exception: null },
      { officer: 'minh', part: 'auditor', ties: [], exception: null },
    ],
    rows: [{ answer: 'conform', nonconformity: null }],
    conclusion: 'Hệ thống được duy trì',
    ...change,
  };
}

describe('the life of an audit', () => {
  for (const state of auditStates) {
    it.each(acts)(`from ${state} knows whether it may %s`, (act) => {
      const reason = refusalByState({ state, kind: 'internal-audit' }, act);
      expect(reason === null).toBe(permitted[state].includes(act));
      if (reason) expect(Object.keys(vi)).toContain(reason.code);
    });
  }

  it('an unannounced check begins from the plan and is never announced', () => {
    const check = audit({ kind: 'unannounced-check' });
    expect(codeOf(refusalToAnnounce(check))).toBe('unannounced');
    expect(refusalToBegin(check)).toBeNull();
    expect(codeOf(refusalToBegin({ ...check, state: 'under-way' }))).toBe('not-planned');
    expect(codeOf(refusalToBegin({ ...check, state: 'announced' }))).toBe('not-planned');
  });

  it('has a sentence in both languages for every refusal', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const english = new Map(Object.entries(en));
    expect([...english.keys()]).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect(holes(english.get(key) ?? '')).toEqual(holes(text));
  });
});

describe('announcing and beginning', () => {
  const [lead, second] = audit().auditors;
  const tied = second && { ...second, ties: [{ kind: 'unit' as const, unit: 'ttpvhcc' }] };

  it.each<[string, Partial<AuditFacts>, string | null]>([
    ['prepared', {}, null],
    ['without objective', { objective: ' ' }, 'no-objective'],
    ['without unit', { units: [] }, 'no-unit'],
    ['without day', { plannedOn: null }, 'no-day'],
    ['on no day', { plannedOn: '2026-11-31' }, 'no-day'],
    ['without auditors', { auditors: [] }, 'one-lead'],
    ['with two leads', { auditors: lead ? [lead, { ...lead, officer: 'lan' }] : [] }, 'one-lead'],
    ['with an auditor of the audited unit', { auditors: lead && tied ? [lead, tied] : [] }, 'tied-unit'],
  ])('%s', (_name, change, code) => {
    expect(codeOf(refusalToAnnounce(audit(change)))).toBe(code);
    expect(codeOf(refusalToBegin(audit({ state: 'announced', ...change })))).toBe(code);
  });

  it('begins with a checklist', () => {
    expect(codeOf(refusalToBegin(audit({ state: 'announced', rows: [] })))).toBe('no-checklist');
    expect(refusalToAnnounce(audit({ rows: [] }))).toBeNull();
  });
});

describe('reporting and closing', () => {
  const fault = { answer: 'minor', nonconformity: null } as const;
  const opened = { answer: 'major', nonconformity: 'KPH-2026-004' } as const;

  it.each<[string, Partial<AuditFacts>, string | null]>([
    ['every row answered', {}, null],
    ['a row left open', { rows: [{ answer: null, nonconformity: null }] }, 'rows-open'],
    [
      'rows left out with a word',
      {
        rows: [
          { answer: 'not-audited', nonconformity: null },
          { answer: 'not-applicable', nonconformity: null },
        ],
      },
      null,
    ],
    ['a fault without its nonconformity', { rows: [fault] }, 'nonconformities-missing'],
    ['a fault with its nonconformity', { rows: [opened] }, null],
    ['without conclusion', { conclusion: ' ' }, 'no-conclusion'],
  ])('report: %s', (_name, change, code) =>
    expect(codeOf(refusalToReport(audit({ state: 'under-way', ...change })))).toBe(code),
  );

  it('does not close while a nonconformity is missing', () => {
    expect(refusalToClose(audit({ state: 'reported', rows: [fault, opened] }))).toEqual({
      code: 'audits.refusal.nonconformities-missing',
      details: { count: 1 },
    });
    expect(refusalToClose(audit({ state: 'reported', rows: [opened] }))).toBeNull();
  });
});
