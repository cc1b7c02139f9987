import type { Day } from '#app/http/clock.ts';

/** From the first day to the last, both included; no last day = still open. */
export interface Period {
  from: Day;
  until: Day | null;
}

export function covers(period: Period, day: Day): boolean {
  return period.from <= day && (period.until === null || day <= period.until);
}

export function overlaps(one: Period, other: Period): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}
