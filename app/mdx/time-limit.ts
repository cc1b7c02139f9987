import type { Limit, Within } from './compiled-document.ts';

const hoursInWorkingDay = 8;

/** `8h`, `3wd`, `30d`, `none` as the guard passed them. */
export function readLimit(written: string, reason: string | null): Limit {
  if (written === 'none') return { unit: 'none', written, reason };
  return readSpan(written);
}

/** `1h`, `0.5h`, `2wd`, `12d`, `previous` as the guard passed them. */
export function readWithin(written: string): Within {
  if (written === 'previous') return { unit: 'previous', written };
  return readSpan(written);
}

function readSpan(written: string): { unit: 'hours' | 'calendar-days'; value: number; written: string } {
  const value = Number.parseFloat(written);
  if (written.endsWith('wd')) return { unit: 'hours', value: value * hoursInWorkingDay, written };
  if (written.endsWith('h')) return { unit: 'hours', value, written };
  return { unit: 'calendar-days', value, written };
}
