/** A day of the agency's calendar, `YYYY-MM-DD`. */
export type Day = string;

/** An instant, UTC ISO 8601 with milliseconds, e.g. `2026-11-21T07:30:00.000Z`. */
export type Instant = string;

/** Canonical JSON in a text column. */
export type Json = string;
