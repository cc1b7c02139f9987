/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** A moment, UTC ISO 8601 text with milliseconds, e.g. `2026-11-21T02:03:04.567Z`. */
export type Instant = string;

export interface Clock {
  now(): Instant;
}

export const agencyTimeZone = 'Asia/Ho_Chi_Minh';

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still, for tests, demonstrations and reproducible files. */
export function clockAt(instant: Instant): Clock & { set(next: Instant): void } {
  let current = new Date(instant).toISOString();
  return {
    now: () => current,
    set(next) {
      current = new Date(next).toISOString();
    },
  };
}

const dayIn = new Map<string, Intl.DateTimeFormat>();

/** The agency's day at an instant: 18:00 UTC is already tomorrow in Hà Nội. */
export function dayOf(instant: Instant, timeZone: string = agencyTimeZone): Day {
  let format = dayIn.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayIn.set(timeZone, format);
  }
  return format.format(new Date(instant));
}

/** `2026-02-31` is text, not a day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export function addDays(day: Day, days: number): Day {
  const time = Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}
