import type { Instant } from '#app/http/clock.ts';

/** Rows of one thing are read in the order of their instants, so a row is always later than the one before it. */
export function laterThan(now: Instant, last?: Instant | null): Instant {
  if (!last || now > last) return now;
  return new Date(Date.parse(last) + 1).toISOString();
}
