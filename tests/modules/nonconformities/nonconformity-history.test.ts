import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  refusalToCancel,
  refusalToCheck,
  refusalToClose,
  refusalToFindIneffective,
} from '#app/modules/nonconformities/closing.ts';
import {
  refusalToContain,
  refusalToReport,
  refusalToWaiveAction,
} from '#app/modules/nonconformities/containment.ts';
import {
  refusalToAnalyse,
  refusalToApprovePlan,
  refusalToEnterEvidence,
  refusalToHandOver,
  refusalToStart,
} from '#app/modules/nonconformities/corrective-action.ts';
import { type NonconformityAct, nonconformityTransitions } from '#app/modules/nonconformities/lifecycle.ts';
import type {
  NonconformityFacts,
  NonconformityState,
} from '#app/modules/nonconformities/nonconformity-facts.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import { today } from './late-dossier.ts';
import { type Entry, type Move, Story } from './told-nonconformity.ts';

const long = process.env.QMS_LONG === '1';
const runs = long ? 20_000 : 4_000;
const visitsWanted = long ? 200 : 20;

const people = ['hoa', 'binh', 'minh', 'lan'] as const;
const likely: Record<NonconformityState, Move[]> = {
  draft: ['report', 'report', 'report', 'report', 'cancel'],
  open: ['correct', 'decide', 'contain', 'contain'],
  contained: ['decide', 'find-cause', 'analyse', 'analyse', 'waive-action', 'waive-action'],
  analysed: ['plan', 'decide', 'approve-plan', 'approve-plan'],
  'plan-approved': ['start', 'start', 'start', 'start', 'cancel'],
  'in-progress': ['enter-evidence', 'enter-evidence', 'revise', 'revise', 'hand-over', 'hand-over'],
  'waiting-for-check': ['verify', 'judge', 'judge', 'revise', 'close', 'find-ineffective', 'find-cause'],
  closed: [],
  cancelled: [],
};
const everyMove: Move[] = [
  ...(Object.keys(nonconformityTransitions) as NonconformityAct[]), // keys of the table
  'correct',
  'decide',
  'find-cause',
  'plan',
  'verify',
  'judge',
  'revise',
];

interface Attempt {
  pick: number;
  who: number;
  good: boolean;
}

function refusalTo(
  act: NonconformityAct,
  facts: NonconformityFacts,
  who: string,
  good: boolean,
): Refusal | null {
  switch (act) {
    case 'report':
      return refusalToReport(facts);
    case 'contain':
      return refusalToContain(facts);
    case 'analyse':
      return refusalToAnalyse(facts);
    case 'waive-action':
      return refusalToWaiveAction(facts);
    case 'approve-plan':
      return refusalToApprovePlan(facts, who, today);
    case 'start':
      return refusalToStart(facts);
    case 'enter-evidence':
      return refusalToEnterEvidence(facts, good ? 'Ảnh bảng phân công' : '');
    case 'hand-over':
      return refusalToHandOver(facts);
    case 'close':
      return refusalToClose(facts);
    case 'find-ineffective':
      return refusalToFindIneffective(facts);
    case 'cancel':
      return refusalToCancel(facts, good ? 'Lập trùng' : '', who);
  }
}

function isEntry(move: Move): move is Entry {
  return !(move in nonconformityTransitions);
}

const attempts = fc.array(
  fc.record<Attempt>({
    pick: fc.nat({ max: 9_999 }),
    who: fc.nat({ max: people.length - 1 }),
    good: fc.integer({ min: 0, max: 3 }).map((die) => die > 0),
  }),
  { minLength: 20, maxLength: 60 },
);

function chosenMove({ pick }: Attempt, state: NonconformityState): Move {
  const from = pick % 4 === 0 || likely[state].length === 0 ? everyMove : likely[state];
  return from[Math.floor(pick / 4) % from.length] ?? 'report';
}

/** Mostly Hoa and Bình work and the others check; now and then anybody does anything. */
function chosenPerson({ pick, who }: Attempt, move: Move): string {
  const checks = move === 'verify' || move === 'judge' || move === 'cancel';
  const apt = checks ? ['minh', 'lan'] : ['hoa', 'binh'];
  return (pick % 5 === 0 ? people[who] : apt[who % 2]) ?? 'hoa';
}

/** Every edge of the table, and both ways of closing. */
const edges = [
  'draft → report',
  'draft → cancel',
  'open → contain',
  'open → cancel',
  'contained → analyse',
  'contained → waive-action',
  'contained → cancel',
  'analysed → approve-plan',
  'analysed → cancel',
  'plan-approved → start',
  'plan-approved → cancel',
  'in-progress → enter-evidence',
  'in-progress → hand-over',
  'in-progress → cancel',
  'waiting-for-check → close',
  'waiting-for-check → close without action',
  'waiting-for-check → find-ineffective',
  'waiting-for-check → cancel',
];

describe('every history of a nonconformity', () => {
  it('keeps to the rules, move by move, and walks every edge', { timeout: 120_000 }, () => {
    const visits = new Map<string, number>();
    const refusals = new Map<string, number>();
    const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);

    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), attempts, (major, recurring, tried) => {
        const story = new Story(major === 0, recurring === 0);
        for (const attempt of tried) {
          const { state } = story.facts;
          const move = chosenMove(attempt, state);
          const who = chosenPerson(attempt, move);
          if (isEntry(move)) {
            assertChecksBelongToOthers(story, move, who);
            story.enter(move, who, attempt.good);
            continue;
          }
          const reason = refusalTo(move, story.facts, who, attempt.good);
          expect(reason === null, `${state}: ${move} by ${who} (${reason?.code ?? 'allowed'})`).toBe(
            story.allows(move, who, attempt.good),
          );
          if (reason) {
            count(refusals, reason.code);
            continue;
          }
          const without = move === 'close' && story.facts.actions.length === 0;
          count(visits, `${state} → ${move}${without ? ' without action' : ''}`);
          story.move(move, who);
        }
      }),
      { numRuns: runs },
    );

    for (const edge of edges) expect(visits.get(edge) ?? 0, edge).toBeGreaterThanOrEqual(visitsWanted);
    expect([...visits.keys()].sort()).toEqual([...edges].sort());
    for (const code of [
      'own-work',
      'not-effective',
      'document-not-revised',
      'revision-not-acknowledged',
      'no-cause',
      'no-action-planned',
      'need-undecided',
      'major-needs-action',
      'recurring-needs-action',
      'actions-without-evidence',
      'not-verified',
      'ended',
    ]) {
      expect(refusals.get(`nonconformities.refusal.${code}`) ?? 0, code).toBeGreaterThanOrEqual(
        visitsWanted / 2,
      );
    }
  });
});

/** The entry of a check is refused to the doers when it is made, not only when the record is closed. */
function assertChecksBelongToOthers(story: Story, entry: Entry, who: string): void {
  if (entry !== 'verify' && entry !== 'judge') return;
  const refused = refusalToCheck(story.facts, who, 'Đã xem sổ') !== null;
  expect(refused).toBe(story.facts.state !== 'waiting-for-check' || story.doers.includes(who));
}
