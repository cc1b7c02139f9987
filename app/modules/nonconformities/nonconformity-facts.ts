import type { Day } from '#app/http/clock.ts';

export const nonconformityStates = [
  'draft',
  'open',
  'contained',
  'analysed',
  'plan-approved',
  'in-progress',
  'waiting-for-check',
  'closed',
  'cancelled',
] as const;
export type NonconformityState = (typeof nonconformityStates)[number];

export type NonconformityGrade = 'minor' | 'major';

/** Correction (sự khắc phục): deals with what went wrong, not with why. */
export interface Correction {
  what: string;
  doneBy: string;
  doneOn: Day;
}

/** Whether action on the cause is needed, decided and reasoned either way. */
export interface NeedForAction {
  needed: boolean;
  reason: string;
  decidedBy: string;
}

export interface Cause {
  method: 'five-whys' | 'ishikawa' | 'other';
  rootCause: string;
  /** Where else the same was looked for, and what was found. */
  similarCases: string;
}

export interface PlannedAction {
  what: string;
  owner: string;
  dueOn: Day;
  /** Who entered evidence that it is done; empty = not done. */
  evidenceBy: readonly string[];
  /** Set where the action says "revise document X": how far a newer revision of X has come. */
  revises: { code: string; newerInForce: boolean; acknowledged: boolean } | null;
}

export interface Check {
  by: string;
  findings: string;
}

/**
 * All the rules of a nonconformity need to know. People are officer ids. Verification and effectiveness are those
 * entered since the record last came to `waiting-for-check`; of the other entries the latest of each kind.
 */
export interface NonconformityFacts {
  state: NonconformityState;
  grade: NonconformityGrade | null;
  recurring: boolean;
  statement: string;
  requirement: string;
  evidence: string;
  personInCharge: string | null;
  correction: Correction | null;
  consequences: string;
  needForAction: NeedForAction | null;
  cause: Cause | null;
  actions: readonly PlannedAction[];
  verification: Check | null;
  effectiveness: (Check & { effective: boolean }) | null;
}

/** Everyone who did something about it: none of them may verify it. */
export function doersOf(facts: NonconformityFacts): Set<string> {
  const corrected = facts.correction ? [facts.correction.doneBy] : [];
  return new Set([...corrected, ...facts.actions.flatMap((action) => [action.owner, ...action.evidenceBy])]);
}
