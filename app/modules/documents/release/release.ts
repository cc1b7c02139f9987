import { type Day, isDay } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';
import { type RevisionFacts, refusalByState, signersOf } from '../revision.ts';

/** The decision that puts a revision in force. `adopted`: made before the system, known from its paper. */
export interface ReleaseDecision {
  kind: 'decided' | 'adopted';
  decisionNumber: string;
  signedOn: Day;
  /** First day in force; on the condition that all acknowledge, the earliest it can be. */
  from: Day;
  /** Last day in force, or null. */
  until: Day | null;
  /** In force only when everybody whose duties it touches has acknowledged it. */
  whenAcknowledged: boolean;
  /** The scanned decision; an adopted one cannot do without. */
  file: string | null;
}

export interface ReleaseSituation {
  today: Day;
  /** The agency's day on which the revision was approved here; null for an adopted one. */
  approvedOn: Day | null;
  /** First day in force of the document's latest release so far, adopted ones included. */
  latestFrom: Day | null;
}

/**
 * In force never before the approval (a decision made here) or before the signing (an adopted one), and never before
 * an earlier release: what was in force on a past day does not change by a later decision.
 */
export function refusalToRelease(
  revision: RevisionFacts,
  decision: ReleaseDecision,
  situation: ReleaseSituation,
): Refusal | null {
  const { approvedOn, latestFrom, today } = situation;
  const adopted = decision.kind === 'adopted';
  return firstRefusal(
    () => refusalByState(revision, adopted ? 'adopt' : 'release'),
    () =>
      !adopted && signersOf(revision, 'approved').length === 0
        ? refusal('documents.refusal.not-approved')
        : null,
    () => (decision.decisionNumber.trim() === '' ? refusal('documents.refusal.no-decision-number') : null),
    () => refusalOfDays(decision),
    () => refusalOfCondition(decision),
    () => (decision.signedOn > today ? refusal('documents.refusal.signed-in-future', { day: today }) : null),
    () => (adopted && decision.file === null ? refusal('documents.refusal.no-decision-file') : null),
    () =>
      !adopted && (approvedOn === null || decision.from < approvedOn)
        ? refusal('documents.refusal.before-approval', { day: approvedOn ?? '' })
        : null,
    () =>
      decision.from < decision.signedOn
        ? refusal('documents.refusal.before-signing', { day: decision.signedOn })
        : null,
    () =>
      latestFrom !== null && decision.from < latestFrom
        ? refusal('documents.refusal.before-earlier-release', { day: latestFrom })
        : null,
  );
}

function refusalOfCondition({ kind, until, whenAcknowledged }: ReleaseDecision): Refusal | null {
  if (!whenAcknowledged) return null;
  if (kind === 'adopted') return refusal('acknowledgement.refusal.adopted-on-condition');
  return until === null ? null : refusal('acknowledgement.refusal.condition-with-end');
}

/** The first day in force of a release whose condition is met today. */
export function dayOfFulfilment(notBefore: Day | null, today: Day): Day {
  return notBefore !== null && notBefore > today ? notBefore : today;
}

function refusalOfDays({ signedOn, from, until }: ReleaseDecision): Refusal | null {
  if (![signedOn, from, until ?? from].every(isDay)) return refusal('documents.refusal.no-day');
  return until !== null && until < from ? refusal('documents.refusal.ends-before-it-begins') : null;
}
