import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#app/http/clock.ts';
import { refusalToRelease } from '#app/modules/documents/release/release.ts';
import {
  type RevisionAct,
  type RevisionFacts,
  type RevisionState,
  refusalToEdit,
  refusalToReturn,
  refusalToSubmit,
  refusalToWithdrawSubmission,
  revisionTransitions,
} from '#app/modules/documents/revision.ts';
import { refusalToApprove, refusalToReview } from '#app/modules/documents/signing/signing.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import { type Person, people, submitted, wardRecords } from './revision-desk.ts';
import { History } from './told-history.ts';

const long = process.env.QMS_LONG === '1';
const runs = long ? 20_000 : 2_500;
const visitsWanted = long ? 200 : 20;

/** What is tried next; the numbers are dice, read in the light of what has happened. */
interface Attempt {
  pick: number;
  who: number;
  /** Three times in four somebody whose part it is. */
  apt: boolean;
  stale: boolean;
  errors: boolean;
  waits: boolean;
  pause: number;
  shift: number;
}

const likely: Record<RevisionState, RevisionAct[]> = {
  draft: ['edit', 'submit', 'submit', 'submit', 'submit', 'adopt'],
  'in-review': [
    'review',
    'review',
    'review',
    'approve',
    'approve',
    'approve',
    'return',
    'withdraw-submission',
  ],
  approved: ['release', 'release', 'return'],
  released: [],
};
const likelyPeople: Partial<Record<RevisionAct, Person[]>> = {
  edit: ['hoa', 'binh'],
  submit: ['hoa', 'binh'],
  'withdraw-submission': ['hoa', 'binh'],
  review: ['minh', 'thu'],
  return: ['minh', 'lan'],
  approve: ['lan', 'son'],
};
const everyAct = Object.keys(revisionTransitions) as RevisionAct[]; // keys of the table

/**
 * The product's side: the facts as its rows would give them. Signatures under an older text are handed over too, as if
 * nobody had voided them: the rules must not count them.
 */
function factsOf(history: History): RevisionFacts {
  const { hash, round, events } = history;
  const steps = { review: 'reviewed', approve: 'approved' } as const;
  const signatures = events.flatMap((event) => {
    if ((event.act !== 'review' && event.act !== 'approve') || event.who === null) return [];
    if (event.hash === hash && !round.includes(event)) return [];
    return [{ step: steps[event.act], officer: event.who, contentHash: event.hash }];
  });
  const authors = events.flatMap(({ act, who }) => (act === 'edit' && who !== null ? [who] : []));
  const submittedBy = events.findLast(({ act }) => act === 'submit')?.who ?? null;
  return submitted({
    state: history.state,
    contentHash: hash,
    authors: ['hoa', ...authors],
    submittedBy,
    signatures,
  });
}

function refusalTo(
  act: RevisionAct,
  history: History,
  who: Person | null,
  seen: string,
  clean: boolean,
  { from, waits }: { from: Day; waits: boolean },
): Refusal | null {
  const facts = factsOf(history);
  // Who may write in a draft is told one by one in revision.test.ts.
  const writer = { officer: who, isQualityOfficer: false, headsOwner: true };
  const signer = { officer: who, seenHash: seen };
  const approval = history.round.findLast((event) => event.act === 'approve');
  const decision = {
    ...{ decisionNumber: '1/QĐ-UBND', signedOn: history.day, from, until: null, file: 'tep' },
    whenAcknowledged: waits,
  };
  const situation = { today: history.day, approvedOn: approval?.day ?? null, latestFrom: null };
  switch (act) {
    case 'edit':
      return refusalToEdit(facts, writer);
    case 'submit':
      return refusalToSubmit(facts, {
        writer,
        code: 'QT-TP-01',
        codeTaken: false,
        errors: clean ? 0 : 1,
        changeSummary: '',
        changesRelease: false,
      });
    case 'withdraw-submission':
      return refusalToWithdrawSubmission(facts, who);
    case 'review':
      return refusalToReview(facts, signer);
    case 'return':
      return refusalToReturn(facts, who, 'Sửa bước 2');
    case 'approve':
      return refusalToApprove(facts, signer, wardRecords(), history.day);
    case 'release':
      return refusalToRelease(facts, { kind: 'decided', ...decision }, situation);
    case 'adopt':
      return refusalToRelease(facts, { kind: 'adopted', ...decision }, situation);
  }
}

const attempts = fc.array(
  fc.record<Attempt>({
    pick: fc.nat({ max: 999 }),
    who: fc.nat({ max: people.length }),
    apt: fc.integer({ min: 0, max: 3 }).map((die) => die > 0),
    stale: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    errors: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    waits: fc.integer({ min: 0, max: 4 }).map((die) => die === 0),
    pause: fc.nat({ max: 4 }),
    shift: fc.integer({ min: -1, max: 5 }),
  }),
  { minLength: 10, maxLength: 40 },
);

/** Nine times in ten what the state makes likely, else anything. */
function chosenAct({ pick }: Attempt, state: RevisionState): RevisionAct {
  const from = pick % 10 === 0 || likely[state].length === 0 ? everyAct : likely[state];
  return from[Math.floor(pick / 10) % from.length] ?? 'edit';
}

function chosenPerson({ who, apt }: Attempt, act: RevisionAct): Person | null {
  const apts = likelyPeople[act];
  return (apt && apts ? apts[who % apts.length] : people[who]) ?? null;
}

describe('every history of a revision', () => {
  it('keeps to the rules, move by move, and walks every edge', { timeout: 120_000 }, () => {
    const visits = new Map<string, number>();
    const refusals = new Map<string, number>();
    const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);

    fc.assert(
      fc.property(attempts, (tried) => {
        const history = new History();
        for (const attempt of tried) {
          history.day = addDays(history.day, attempt.pause);
          const before = history.state;
          const act = chosenAct(attempt, before);
          const who = chosenPerson(attempt, act);
          const seen = attempt.stale ? 'v0' : history.hash;
          const from = addDays(history.day, attempt.shift);
          const decided = { from, waits: attempt.waits };
          const reason = refusalTo(act, history, who, seen, !attempt.errors, decided);
          expect(reason === null, `${before}: ${act} by ${who} (${reason?.code ?? 'allowed'})`).toBe(
            history.allows(act, who, seen, !attempt.errors, decided),
          );
          if (reason) {
            count(refusals, reason.code);
            continue;
          }
          if (act === 'edit') history.text += 1;
          history.events.push({ act, who, hash: history.hash, day: history.day });
          expect(history.state).toBe(revisionTransitions[act].to);
          count(visits, `${before} → ${act}${act === 'approve' && who === 'son' ? ' by delegation' : ''}`);
          assertSigned(history);
        }
      }),
      { numRuns: runs },
    );

    for (const edge of edges) expect(visits.get(edge) ?? 0, edge).toBeGreaterThanOrEqual(visitsWanted);
    expect([...visits.keys()].sort()).toEqual([...edges].sort());
    for (const code of reasons) {
      expect(refusals.get(`documents.refusal.${code}`) ?? 0, code).toBeGreaterThanOrEqual(visitsWanted / 2);
    }
  });
});

const edges = [
  'draft → edit',
  'draft → submit',
  'draft → adopt',
  'in-review → withdraw-submission',
  'in-review → review',
  'in-review → return',
  'in-review → approve',
  'in-review → approve by delegation',
  'approved → return',
  'approved → release',
];

const reasons = [
  'frozen',
  'not-draft',
  'not-in-review',
  'not-approved',
  'not-returnable',
  'no-officer',
  'findings',
  'same-person',
  'text-changed',
  'already-reviewed',
  'not-reviewed',
  'reviewer-approves',
  'no-authority',
  'delegator-took-part',
  'own-return',
  'not-the-drafter',
  'before-signing',
];

/** What is released by decision here carries, under its very text, three different people's signatures. */
function assertSigned({ events, round, writers, hash }: History): void {
  if (events.at(-1)?.act !== 'release') return;
  const approval = round.findLast(({ act }) => act === 'approve');
  const review = round.find(({ act, who }) => act === 'review' && who !== approval?.who);
  expect(approval?.hash).toBe(hash);
  expect(review?.hash).toBe(hash);
  expect(writers.has(approval?.who ?? null) || writers.has(review?.who ?? null)).toBe(false);
}
