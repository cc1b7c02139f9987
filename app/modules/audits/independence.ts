import type { Day } from '#app/http/clock.ts';
import { overlaps, type Period } from '../organization/period.ts';
import { type Refusal, refusal } from '../organization/refusal.ts';
import type { Edition } from '../standards/edition.ts';

/** What ties an officer to what is to be audited. Keys and ids as the caller has them. */
export type Tie =
  | { kind: 'unit'; unit: string }
  | { kind: 'drafter'; document: string }
  | { kind: 'owner'; document: string; unit: string }
  | { kind: 'step'; document: string; step: string };

/** What an officer was in the office, as far as it matters for auditing. */
export interface Involvement {
  memberships: readonly (Period & { unit: string })[];
  /** Documents in whose audited revision the officer wrote. */
  drafted: readonly string[];
  /** Steps the officer was responsible for (R), by appointment or delegation. */
  responsible: readonly (Period & { document: string; step: string })[];
}

export interface AuditedMatter {
  units: readonly string[];
  procedures: readonly { document: string; unit: string | null }[];
  /** The period whose work is looked at. */
  period: { from: Day; until: Day };
  /** The day of the audit. */
  on: Day;
}

/**
 * Every reason why the officer would audit own work: belongs (in the audited period or on the day) to an audited unit
 * or to the unit that owns an audited procedure, drafted it, or was responsible for one of its steps in the period.
 */
export function tiesTo(matter: AuditedMatter, officer: Involvement): Tie[] {
  const own = new Set(
    officer.memberships
      .filter((one) => overlaps(one, matter.period) || overlaps(one, { from: matter.on, until: matter.on }))
      .map((one) => one.unit),
  );
  const ties: Tie[] = matter.units.filter((unit) => own.has(unit)).map((unit) => ({ kind: 'unit', unit }));
  for (const { document, unit } of matter.procedures) {
    if (officer.drafted.includes(document)) ties.push({ kind: 'drafter', document });
    if (unit !== null && own.has(unit)) ties.push({ kind: 'owner', document, unit });
    const steps = officer.responsible
      .filter((duty) => duty.document === document && overlaps(duty, matter.period))
      .map((duty) => duty.step);
    for (const step of new Set(steps)) ties.push({ kind: 'step', document, step });
  }
  return ties;
}

/** Why a tied auditor is assigned all the same, and who reads the work a second time. */
export interface IndependenceException {
  reason: string;
  secondReviewer: string | null;
  /** Ties of the second reviewer to the same matter. */
  secondReviewerTies: readonly Tie[];
}

/**
 * ISO 9001:2008 8.2.2 forbids auditing own work outright. 2015 and 2026 ask for objectivity and impartiality: with a
 * reason and an independent second reviewer, both recorded, a tied auditor may be assigned.
 */
export function refusalToAssign(
  officer: string,
  ties: readonly Tie[],
  edition: Edition,
  exception: IndependenceException | null,
): Refusal | null {
  const [tie] = ties;
  if (!tie) return null;
  if (edition === '2008') return refusal(`audits.refusal.own-work-${tie.kind}`, detailsOf(tie));
  if (exception === null || exception.reason.trim() === '') {
    return refusal(`audits.refusal.tied-${tie.kind}`, detailsOf(tie));
  }
  if (exception.secondReviewer === null) return refusal('audits.refusal.no-second-reviewer');
  if (exception.secondReviewer === officer) return refusal('audits.refusal.reviews-own-audit');
  return exception.secondReviewerTies.length > 0 ? refusal('audits.refusal.second-reviewer-tied') : null;
}

function detailsOf(tie: Tie): Record<string, string> {
  const { kind: _, ...details } = tie;
  return details;
}
