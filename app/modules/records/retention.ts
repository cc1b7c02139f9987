import { addDays, type Day } from '#app/http/clock.ts';

/** How long a record is kept, as its type says. */
export type Retention =
  | { kind: 'period'; months: number }
  | { kind: 'permanent' }
  | { kind: 'until'; event: string }
  | { kind: 'unknown' };

/** Reads `P5Y`, `P6M`, `P1Y6M`, `permanent`, `until:…`; whatever else is not known. */
export function readRetention(text: string): Retention {
  const written = text.trim();
  if (written === 'permanent') return { kind: 'permanent' };
  if (written.startsWith('until:') && written.length > 'until:'.length)
    return { kind: 'until', event: written.slice('until:'.length).trim() };
  const [, years = '0', months = '0'] = /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?$/.exec(written) ?? [];
  const all = Number(years) * 12 + Number(months);
  return all > 0 ? { kind: 'period', months: all } : { kind: 'unknown' };
}

/** The same day so many months later; where the month has no such day, its last. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/**
 * The last day on which a record is kept; null while there is none: it is kept for ever, its event has not been
 * recorded, or nobody has said how long.
 */
export function lastDayKept(retention: Retention, completedOn: Day, eventOn: Day | null): Day | null {
  if (retention.kind === 'period') return monthsAfter(completedOn, retention.months);
  return retention.kind === 'until' ? eventOn : null;
}

/** What the record was completed under speaks; only where nothing was known then, what the office says today. */
export function retentionOf(atCompletion: string, now: string | null): Retention {
  const then = readRetention(atCompletion);
  return then.kind === 'unknown' && now !== null ? readRetention(now) : then;
}

export type RetentionState = 'kept' | 'ended' | 'for-ever' | 'waits-for-event' | 'unknown';

export function retentionState(retention: Retention, lastDay: Day | null, today: Day): RetentionState {
  if (retention.kind === 'permanent') return 'for-ever';
  if (lastDay !== null) return lastDay < today ? 'ended' : 'kept';
  return retention.kind === 'until' ? 'waits-for-event' : 'unknown';
}
