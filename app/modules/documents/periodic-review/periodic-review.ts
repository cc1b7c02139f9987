import { addDays, type Day } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '#app/modules/organization/refusal.ts';

export const reviewOutcomes = ['unchanged', 'revise', 'withdraw'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Days before its day in which a review is said to be due. */
const daysAhead = 30;
const usualMonths = 12;

/** Months between reviews as the front matter says them, `P12M` or `P1Y`; twelve where it says nothing usable. */
export function monthsOf(interval: string): number {
  const months = /^P(\d{1,3})M$/.exec(interval)?.[1];
  const years = /^P(\d{1,2})Y$/.exec(interval)?.[1];
  const given = months ? Number(months) : years ? Number(years) * 12 : usualMonths;
  return given > 0 ? given : usualMonths;
}

/** The same day of a later month, or that month's last day where it has none. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** A document is looked at again so long after its revision took force or was reviewed last, whichever is later. */
export function nextReview(document: { inForceFrom: Day; lastReviewed: Day | null; interval: string }): Day {
  const { inForceFrom, lastReviewed, interval } = document;
  const from = lastReviewed !== null && lastReviewed > inForceFrom ? lastReviewed : inForceFrom;
  return addMonths(from, monthsOf(interval));
}

export type ReviewTime = 'overdue' | 'due' | 'later';

export function reviewTime(next: Day, today: Day): ReviewTime {
  if (next < today) return 'overdue';
  return next <= addDays(today, daysAhead) ? 'due' : 'later';
}

export interface Review {
  outcome: ReviewOutcome;
  remark: string;
  /** Keys of the legal bases that the reviewer looked at. */
  checked: readonly string[];
}

export interface ReviewSituation {
  officer: string | null;
  /** Keeps the documents of the whole office, or heads the unit that owns this one. */
  isTheirs: boolean;
  inForce: boolean;
  /** The revision in force is the one that was looked at. */
  sameRevision: boolean;
  /** Keys of the legal bases that the revision names. */
  legalBases: readonly string[];
}

/** Who says that a text still serves has looked at every legal basis of it. */
export function refusalToReviewPeriodically(review: Review, situation: ReviewSituation): Refusal | null {
  const { officer, isTheirs, inForce, sameRevision, legalBases } = situation;
  const unchecked = legalBases.filter((key) => !review.checked.includes(key));
  return firstRefusal(
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (isTheirs ? null : refusal('periodic-review.refusal.not-yours')),
    () => (inForce ? null : refusal('periodic-review.refusal.not-in-force')),
    () => (sameRevision ? null : refusal('documents.refusal.changed-meanwhile')),
    () => (review.remark.trim() === '' ? refusal('periodic-review.refusal.no-remark') : null),
    () =>
      review.outcome === 'unchanged' && unchecked.length > 0
        ? refusal('periodic-review.refusal.bases-unchecked', { count: unchecked.length })
        : null,
  );
}
