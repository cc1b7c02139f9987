import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import { isBlank } from './containment.ts';
import { refusalOfCause, refusalOfUndone } from './corrective-action.ts';
import { refusalByState } from './lifecycle.ts';
import { doersOf, type NonconformityFacts } from './nonconformity-facts.ts';

/** A check counts only by someone who did none of the work. */
export function refusalToCheck(
  facts: NonconformityFacts,
  checker: string | null,
  findings: string,
): Refusal | null {
  return firstRefusal(
    () => (facts.state === 'waiting-for-check' ? null : refusal('nonconformities.refusal.not-waiting')),
    () => (checker === null ? refusal('nonconformities.refusal.no-officer') : null),
    () =>
      checker !== null && doersOf(facts).has(checker) ? refusal('nonconformities.refusal.own-work') : null,
    () => (isBlank(findings) ? refusal('nonconformities.refusal.no-findings') : null),
  );
}

/**
 * Closed when every action has evidence, someone else has verified, the actions proved effective, and every document
 * that an action said to revise has a newer revision in force and acknowledged. Where action was waived, the verified
 * correction is enough.
 */
export function refusalToClose(facts: NonconformityFacts): Refusal | null {
  const withAction = facts.actions.length > 0;
  return firstRefusal(
    () => refusalByState(facts, 'close'),
    () => (withAction ? null : refusalOfWaiver(facts)),
    () => refusalOfUndone(facts),
    () => refusalOfRevisedDocuments(facts),
    () => (facts.verification === null ? refusal('nonconformities.refusal.not-verified') : null),
    () => refusalOfChecker(facts, facts.verification?.by),
    () =>
      withAction && facts.effectiveness === null
        ? refusal('nonconformities.refusal.effectiveness-unknown')
        : null,
    () =>
      facts.effectiveness?.effective === false ? refusal('nonconformities.refusal.not-effective') : null,
    () => refusalOfChecker(facts, facts.effectiveness?.by),
  );
}

/** Not effective: back to analysed with a cause on record, where new actions are planned. */
export function refusalToFindIneffective(facts: NonconformityFacts): Refusal | null {
  const { effectiveness } = facts;
  return firstRefusal(
    () => refusalByState(facts, 'find-ineffective'),
    () => (effectiveness === null ? refusal('nonconformities.refusal.effectiveness-unknown') : null),
    () => (effectiveness?.effective ? refusal('nonconformities.refusal.was-effective') : null),
    () => refusalOfChecker(facts, effectiveness?.by),
    () => refusalOfCause(facts),
  );
}

/** Given up only with a reason and an approver who is not the person in charge. The record and its number stay. */
export function refusalToCancel(
  facts: NonconformityFacts,
  reason: string,
  approver: string | null,
): Refusal | null {
  return firstRefusal(
    () => refusalByState(facts, 'cancel'),
    () => (isBlank(reason) ? refusal('nonconformities.refusal.no-reason') : null),
    () => (approver === null ? refusal('nonconformities.refusal.no-officer') : null),
    () => (approver === facts.personInCharge ? refusal('nonconformities.refusal.cancels-own') : null),
  );
}

function refusalOfWaiver({ needForAction, correction }: NonconformityFacts): Refusal | null {
  if (needForAction === null || isBlank(needForAction.reason))
    return refusal('nonconformities.refusal.need-undecided');
  if (needForAction.needed) return refusal('nonconformities.refusal.no-action-planned');
  return correction === null ? refusal('nonconformities.refusal.no-correction') : null;
}

function refusalOfChecker(facts: NonconformityFacts, checker: string | undefined): Refusal | null {
  return checker !== undefined && doersOf(facts).has(checker)
    ? refusal('nonconformities.refusal.own-work')
    : null;
}

function refusalOfRevisedDocuments({ actions }: NonconformityFacts): Refusal | null {
  for (const { revises } of actions) {
    if (revises && !revises.newerInForce)
      return refusal('nonconformities.refusal.document-not-revised', { code: revises.code });
    if (revises && !revises.acknowledged)
      return refusal('nonconformities.refusal.revision-not-acknowledged', { code: revises.code });
  }
  return null;
}
