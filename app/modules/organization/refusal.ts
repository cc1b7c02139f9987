import type { RefusalDetails } from '#app/http/errors.ts';

/** Why something may not be done, now, by this person. `code` is a message key; `details` fill its placeholders. */
export interface Refusal {
  code: string;
  details: RefusalDetails;
}

export function refusal(code: string, details: RefusalDetails = {}): Refusal {
  return { code, details };
}

/** The first reason against an act, or null when nothing stands against it. Later questions are asked only if needed. */
export function firstRefusal(...questions: (() => Refusal | null)[]): Refusal | null {
  for (const question of questions) {
    const reason = question();
    if (reason) return reason;
  }
  return null;
}
