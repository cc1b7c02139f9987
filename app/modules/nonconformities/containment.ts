import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import { refusalByState } from './lifecycle.ts';
import type { NonconformityFacts } from './nonconformity-facts.ts';

/** A report says what was found, against which requirement, by which evidence, how grave, and who deals with it (10.2.2). */
export function refusalToReport(facts: NonconformityFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(facts, 'report'),
    () => (isBlank(facts.statement) ? refusal('nonconformities.refusal.no-statement') : null),
    () => (isBlank(facts.requirement) ? refusal('nonconformities.refusal.no-requirement') : null),
    () => (isBlank(facts.evidence) ? refusal('nonconformities.refusal.no-evidence-found') : null),
    () => (facts.grade === null ? refusal('nonconformities.refusal.no-grade') : null),
    () => (facts.personInCharge === null ? refusal('nonconformities.refusal.nobody-in-charge') : null),
  );
}

/** Contained: it has been corrected and its consequences dealt with. Nothing is said about the cause yet. */
export function refusalToContain(facts: NonconformityFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(facts, 'contain'),
    () => (!isCorrected(facts) ? refusal('nonconformities.refusal.no-correction') : null),
    () => (isBlank(facts.consequences) ? refusal('nonconformities.refusal.no-consequences') : null),
  );
}

/**
 * Without corrective action only when that was decided with a reason, the fault is minor and did not recur, and it has
 * been corrected; the correction is then checked like any action.
 */
export function refusalToWaiveAction(facts: NonconformityFacts): Refusal | null {
  const { needForAction } = facts;
  return firstRefusal(
    () => refusalByState(facts, 'waive-action'),
    () =>
      needForAction === null || isBlank(needForAction.reason)
        ? refusal('nonconformities.refusal.need-undecided')
        : null,
    () => (needForAction?.needed ? refusal('nonconformities.refusal.action-needed') : null),
    () => (facts.grade === 'major' ? refusal('nonconformities.refusal.major-needs-action') : null),
    () => (facts.recurring ? refusal('nonconformities.refusal.recurring-needs-action') : null),
    () => (!isCorrected(facts) ? refusal('nonconformities.refusal.no-correction') : null),
  );
}

function isCorrected({ correction }: NonconformityFacts): boolean {
  return correction !== null && !isBlank(correction.what);
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
