import { describe, expect, it } from 'vitest';
import {
  type ReleaseDecision,
  type ReleaseSituation,
  refusalToRelease,
} from '#app/modules/documents/release/release.ts';
import type { RevisionFacts } from '#app/modules/documents/revision.ts';
import { reviewed } from '../revision-desk.ts';

const approved = (): RevisionFacts => {
  const facts = reviewed({ state: 'approved' });
  return {
    ...facts,
    signatures: [...facts.signatures, { step: 'approved', officer: 'lan', contentHash: 'h1' } as const],
  };
};
const decision: ReleaseDecision = {
  kind: 'decided',
  decisionNumber: '45/QĐ-UBND',
  signedOn: '2026-10-05',
  from: '2026-10-12',
  until: null,
  whenAcknowledged: false,
  file: null,
};
const situation: ReleaseSituation = { today: '2026-10-06', approvedOn: '2026-10-05', latestFrom: null };
const codeOf = (
  change: Partial<ReleaseDecision> = {},
  about: Partial<ReleaseSituation> = {},
  facts = approved(),
) => refusalToRelease(facts, { ...decision, ...change }, { ...situation, ...about })?.code ?? null;

describe('releasing a revision', () => {
  it('puts an approved text in force from a day on', () => {
    expect(codeOf()).toBeNull();
    expect(codeOf({ from: '2026-10-05' })).toBeNull();
    expect(codeOf({ until: '2026-12-31' })).toBeNull();
  });

  it.each([
    ['before the approval', { from: '2026-10-04', signedOn: '2026-10-01' }, {}, 'before-approval'],
    ['before the decision was signed', { from: '2026-10-05', signedOn: '2026-10-06' }, {}, 'before-signing'],
    ['without a number', { decisionNumber: ' ' }, {}, 'no-decision-number'],
    ['signed tomorrow', { signedOn: '2026-10-07' }, {}, 'signed-in-future'],
    ['on no day of the calendar', { from: '2026-02-31' }, {}, 'no-day'],
    ['ending before it begins', { until: '2026-10-11' }, {}, 'ends-before-it-begins'],
    ['before an earlier release', {}, { latestFrom: '2026-10-13' }, 'before-earlier-release'],
    ['never approved', {}, { approvedOn: null }, 'before-approval'],
  ])('is refused %s', (_name, change, about, code) => {
    expect(codeOf(change, about)).toBe(`documents.refusal.${code}`);
  });

  it('is refused before the approval and after the release', () => {
    expect(codeOf({}, {}, reviewed())).toBe('documents.refusal.not-approved');
    expect(codeOf({}, {}, { ...approved(), state: 'released' })).toBe('documents.refusal.not-approved');
  });

  it('is refused when the approval is of another text', () => {
    expect(codeOf({}, {}, { ...approved(), contentHash: 'h2' })).toBe('documents.refusal.not-approved');
  });
});

describe('adopting a text decided before the system', () => {
  const draft = () => reviewed({ state: 'draft', signatures: [] });
  const adopt = (change: Partial<ReleaseDecision> = {}, about: Partial<ReleaseSituation> = {}) =>
    codeOf(
      { kind: 'adopted', signedOn: '2025-07-07', from: '2025-07-07', file: 'tep-1', ...change },
      { approvedOn: null, ...about },
      draft(),
    );

  it('takes number, day and file of the decision instead of signatures', () => {
    expect(adopt()).toBeNull();
    expect(adopt({ file: null })).toBe('documents.refusal.no-decision-file');
    expect(adopt({ decisionNumber: '' })).toBe('documents.refusal.no-decision-number');
    expect(adopt({ from: '2025-07-06' })).toBe('documents.refusal.before-signing');
    expect(adopt({ signedOn: '2026-10-07', from: '2026-10-07' })).toBe('documents.refusal.signed-in-future');
    expect(adopt({}, { latestFrom: '2026-01-01' })).toBe('documents.refusal.before-earlier-release');
  });

  it('is not a way around a review that has begun', () => {
    expect(codeOf({ kind: 'adopted', file: 'tep-1' }, {}, reviewed())).toBe('documents.refusal.not-draft');
    expect(codeOf({ kind: 'adopted', file: 'tep-1' })).toBe('documents.refusal.not-draft');
  });
});
