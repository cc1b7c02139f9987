import type { Day, Instant } from '#app/http/clock.ts';

export interface FeeRow {
  item: string;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant | null;
}

/** Of the rows of one item the one that speaks on a day; what a later row took over never comes back by itself. */
export function feeOnDay<Row extends FeeRow>(rows: readonly Row[], day: Day): Row | null {
  let leading: Row | null = null;
  for (const row of rows) {
    if (row.valid_from <= day && (leading === null || beganAfter(row, leading))) leading = row;
  }
  return leading === null || (leading.valid_until !== null && leading.valid_until < day) ? null : leading;
}

function beganAfter(one: FeeRow, other: FeeRow): boolean {
  if (one.valid_from !== other.valid_from) return one.valid_from > other.valid_from;
  return (one.recorded_at ?? '') > (other.recorded_at ?? '');
}
