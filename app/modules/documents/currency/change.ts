import { addDays, type Day, dayOf, type Instant } from '#app/http/clock.ts';
import type { DatedBasis } from '../legal/basis-status.ts';

export type Subject = 'legal-basis' | 'tthc';

/** A change outside the office that texts in force may have to follow. */
export interface Change {
  /** Stays the same when days are corrected, so that a decision about it stays too. */
  id: string;
  subject: Subject;
  /** Key of the legal basis or code of the administrative procedure. */
  key: string;
  what: 'ended' | 'amended' | 'begun' | 'changed';
  /** First day on which it is so. */
  effect: Day;
  /** Day on which the three months begin: the effect of the new law where there is one. */
  clockFrom: Day;
  /** Key of the law that ends or amends it. */
  by: string | null;
  knownAt: Instant;
  note: string;
}

export interface WatchedBasis extends DatedBasis {
  key: string;
  replaced_by: string | null;
  recorded_at: Instant;
}

export interface Amendment {
  id: string;
  key: string;
  amended_by: string | null;
  effect_on: Day;
  note: string;
  recorded_at: Instant;
}

/** Every change of a legal basis that is known, past and to come: its end, its beginning, its amendments. */
export function changesOfBasis(
  basis: WatchedBasis,
  amendments: readonly Amendment[],
  firstDayOf: (key: string) => Day | null,
): Change[] {
  const of = { subject: 'legal-basis', key: basis.key, knownAt: basis.recorded_at, note: '' } as const;
  const changes: Change[] = [];
  const by = basis.replaced_by;
  const replacedFrom = by === null ? null : firstDayOf(by);
  const ended = endOf(basis, replacedFrom);
  if (ended !== null) {
    changes.push({
      ...of,
      id: `ended:${by ?? ''}`,
      what: 'ended',
      effect: ended,
      clockFrom: replacedFrom ?? ended,
      by,
    });
  }
  if (basis.status === 'not-yet' && basis.in_force_from !== null) {
    const effect = basis.in_force_from;
    changes.push({ ...of, id: 'begun', what: 'begun', effect, clockFrom: effect, by: null });
  }
  for (const amendment of amendments) {
    const { id, effect_on: effect, amended_by, note, recorded_at: knownAt } = amendment;
    changes.push({
      ...of,
      ...{ id: `amended:${id}`, what: 'amended', effect, clockFrom: effect, by: amended_by, knownAt, note },
    });
  }
  return changes;
}

/** First day without effect: after its last day, or when its successor begins, whichever is earlier. */
function endOf(basis: WatchedBasis, replacedFrom: Day | null): Day | null {
  const after = basis.in_force_until === null ? null : addDays(basis.in_force_until, 1);
  if (after !== null && replacedFrom !== null) return replacedFrom < after ? replacedFrom : after;
  if (after !== null || replacedFrom !== null) return after ?? replacedFrom;
  // Told to be over without a day: over since it was told.
  return basis.status === 'expired' ? dayOf(basis.recorded_at) : null;
}

/** What an import of the portal's records changed in one procedure. */
export function changeOfProcedure(change: { id: string; code: string; recorded_at: Instant }): Change {
  const effect = dayOf(change.recorded_at);
  return {
    ...{ id: `changed:${change.id}`, subject: 'tthc', key: change.code, what: 'changed' },
    ...{ effect, clockFrom: effect, by: null, knownAt: change.recorded_at, note: '' },
  };
}

/** The same day three months later, or the last day of that month (QĐ 19/2014/QĐ-TTg Điều 4 khoản 4). */
export function threeMonthsAfter(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + 3, Math.min(date, last)));
  return later.toISOString().slice(0, 10);
}
