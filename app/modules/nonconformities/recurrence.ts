import type { Day } from '#app/http/clock.ts';
import type { NonconformityState } from './nonconformity-facts.ts';

/** Where a nonconformity was found. */
export interface Spot {
  document: string | null;
  step: string | null;
  clause: string | null;
  unit: string;
  detectedOn: Day;
}

export interface EarlierNonconformity extends Spot {
  number: string;
  state: NonconformityState;
}

/**
 * The number of the latest earlier one on the same step within twelve months or, where no step is named, on the same
 * clause in the same unit; null when there is none. Drafts and cancelled ones do not count.
 */
export function recurrenceOf(found: Spot, earlier: readonly EarlierNonconformity[]): string | null {
  const since = twelveMonthsBefore(found.detectedOn);
  const same = earlier
    .filter((other) => other.state !== 'draft' && other.state !== 'cancelled')
    .filter((other) => since <= other.detectedOn && other.detectedOn <= found.detectedOn)
    .filter((other) => isSameSpot(found, other))
    .sort((one, other) => compare(one.detectedOn, other.detectedOn) || compare(one.number, other.number));
  return same.at(-1)?.number ?? null;
}

function isSameSpot(one: Spot, other: Spot): boolean {
  if (one.step !== null)
    return one.step === other.step && one.document !== null && one.document === other.document;
  return other.step === null && one.clause !== null && one.clause === other.clause && one.unit === other.unit;
}

/** The same date a year earlier; 29 February counts back to 28 February. */
function twelveMonthsBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const date = day.slice(5) === '02-29' ? '02-28' : day.slice(5);
  return `${year}-${date}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
