import { type Day, isDay } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';
import { type ForceRecord, stateOn } from '../in-force.ts';

export interface WithdrawalDecision {
  decisionNumber: string;
  reason: string;
  /** First day on which the document is no longer in force. */
  from: Day;
}

/** A document in force, or released and still to come, is withdrawn from today or later; never backwards. */
export function refusalToWithdraw(
  record: ForceRecord,
  decision: WithdrawalDecision,
  today: Day,
): Refusal | null {
  return firstRefusal(
    () => refusalOfForce(record, today),
    () => (decision.reason.trim() === '' ? refusal('documents.refusal.no-reason') : null),
    () => (decision.decisionNumber.trim() === '' ? refusal('documents.refusal.no-decision-number') : null),
    () => (isDay(decision.from) ? null : refusal('documents.refusal.no-day')),
    () => (decision.from < today ? refusal('documents.refusal.withdrawn-backwards', { day: today }) : null),
  );
}

const standingStates = new Set(['in-force', 'not-yet-in-force', 'awaiting-acknowledgement']);

function refusalOfForce(record: ForceRecord, today: Day): Refusal | null {
  const { releases, withdrawals } = record;
  if (releases.length === 0) return refusal('documents.refusal.never-released');
  const standing = releases.filter((release) => {
    const awaited = withdrawals.some((withdrawal) => withdrawal.recordedAt >= release.recordedAt);
    const state = stateOn(record, release.revision, today);
    return !awaited && standingStates.has(state);
  });
  return standing.length === 0 ? refusal('documents.refusal.nothing-in-force') : null;
}
