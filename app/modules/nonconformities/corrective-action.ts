import { type Day, isDay } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import { isBlank } from './containment.ts';
import { refusalByState } from './lifecycle.ts';
import type { NonconformityFacts, PlannedAction } from './nonconformity-facts.ts';

/** Analysed: action on the cause is needed, the root cause is known, and it was looked for elsewhere. */
export function refusalToAnalyse(facts: NonconformityFacts): Refusal | null {
  const { needForAction } = facts;
  return firstRefusal(
    () => refusalByState(facts, 'analyse'),
    () =>
      needForAction === null || isBlank(needForAction.reason)
        ? refusal('nonconformities.refusal.need-undecided')
        : null,
    () => (needForAction?.needed === false ? refusal('nonconformities.refusal.no-action-decided') : null),
    () => refusalOfCause(facts),
  );
}

/** No plan before a cause. At least one action is still to do, so a plan that failed is not approved again as it was. */
export function refusalToApprovePlan(
  facts: NonconformityFacts,
  approver: string | null,
  today: Day,
): Refusal | null {
  const open = facts.actions.filter((action) => action.evidenceBy.length === 0);
  return firstRefusal(
    () => refusalByState(facts, 'approve-plan'),
    () => (approver === null ? refusal('nonconformities.refusal.no-officer') : null),
    () =>
      facts.needForAction?.needed === true ? null : refusal('nonconformities.refusal.no-action-decided'),
    () => refusalOfCause(facts),
    () => (open.length === 0 ? refusal('nonconformities.refusal.no-action-planned') : null),
    () => firstRefusal(...open.map((action) => () => refusalOfAction(action, today))),
  );
}

/** No work before a plan. */
export function refusalToStart(facts: NonconformityFacts): Refusal | null {
  return refusalByState(facts, 'start');
}

export function refusalToEnterEvidence(facts: NonconformityFacts, evidence: string): Refusal | null {
  return firstRefusal(
    () => refusalByState(facts, 'enter-evidence'),
    () => (isBlank(evidence) ? refusal('nonconformities.refusal.no-evidence') : null),
  );
}

export function refusalToHandOver(facts: NonconformityFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(facts, 'hand-over'),
    () => refusalOfUndone(facts),
  );
}

export function refusalOfUndone({ actions }: NonconformityFacts): Refusal | null {
  const undone = actions.filter((action) => action.evidenceBy.length === 0).length;
  return undone > 0 ? refusal('nonconformities.refusal.actions-without-evidence', { count: undone }) : null;
}

export function refusalOfCause({ cause }: NonconformityFacts): Refusal | null {
  if (cause === null || isBlank(cause.rootCause)) return refusal('nonconformities.refusal.no-cause');
  return isBlank(cause.similarCases) ? refusal('nonconformities.refusal.similar-cases-unknown') : null;
}

function refusalOfAction(action: PlannedAction, today: Day): Refusal | null {
  if (isBlank(action.what) || isBlank(action.owner))
    return refusal('nonconformities.refusal.action-without-owner');
  if (!isDay(action.dueOn)) return refusal('nonconformities.refusal.action-without-day');
  return action.dueOn < today
    ? refusal('nonconformities.refusal.action-due-before-today', { day: action.dueOn })
    : null;
}
