import type { Instant } from '#app/http/clock.ts';

/** A signature is put by somebody who has shown the password within these minutes (ASVS 7.5.3). */
export const confirmedFor = 15;

/** Must this person show the password again before signing? */
export function mustConfirm(confirmedAt: Instant, now: Instant): boolean {
  const age = Date.parse(now) - Date.parse(confirmedAt);
  return !(age >= 0 && age <= confirmedFor * 60_000);
}
