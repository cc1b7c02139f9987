import { fold } from '#app/modules/search/fold.ts';
import { foldWords } from './folded.ts';
import type { ImportedProcedure, ImportedTimeColumn } from './imported-procedure.ts';
import { readTime, type TimeUnits, timesIn, type WrittenTime } from './written-time.ts';

/** One time column understood: a time per step, null where it cannot be read. */
export interface ReadColumn {
  column: ImportedTimeColumn;
  units: TimeUnits;
  times: (WrittenTime | null)[];
  /** The limit of this case: from the head, a total row, or the text on the time limit. */
  limit: WrittenTime | null;
  /** Every limit stated for this case, wherever it stands. */
  limits: WrittenTime[];
}

export function readColumns(procedure: ImportedProcedure): ReadColumn[] {
  return procedure.timeColumns.map((column, index) => {
    const units = unitsOf(procedure, column);
    const limits = limitsOf(procedure, column, units, index);
    return {
      column,
      units,
      times: procedure.steps.map((step) => readTime(timeOf(step.times, column.title), units)),
      limit: limits[0] ?? null,
      limits,
    };
  });
}

export function timeOf(times: readonly { column: string; text: string }[], column: string): string {
  return times.find((time) => time.column === column)?.text ?? '';
}

/** What "ngày" and a bare number mean in a column: said by its head, by the notes, or by the limit. */
function unitsOf(procedure: ImportedProcedure, column: ImportedTimeColumn): TimeUnits {
  const head = fold(column.title);
  const notes = fold(procedure.notes.join('\n'));
  const noted =
    /don vi(?: tinh)?(?: thoi gian)?(?: la|:)\s*(ngay lam viec|ngay|gio)/.exec(notes)?.[1] ?? null;
  const inHead = timesIn(column.title)[0]?.time ?? null;
  const limit = fold(procedure.timeLimit);
  const bareDay =
    inHead?.kind ??
    (noted === 'ngay lam viec' || /ngay lam viec|trong ngay/.test(`${head} ${inHead === null ? limit : ''}`)
      ? 'working'
      : 'calendar');
  const headUnit =
    /\(\s*(?:don vi:?\s*)?(gio|ngay lam viec|ngay)\s*(?:lam viec|hanh chinh)?\s*\)/.exec(head)?.[1] ?? null;
  const unit = headUnit ?? noted;
  return { bareDay, bareNumber: unit === null ? null : unit === 'gio' ? 'hours' : bareDay };
}

function limitsOf(
  procedure: ImportedProcedure,
  column: ImportedTimeColumn,
  units: TimeUnits,
  index: number,
): WrittenTime[] {
  const inHead = timesIn(column.title).map((found) => found.time);
  const total = column.total === null ? null : readTime(column.total, units);
  const told = limitInText(procedure, column, index);
  return [inHead.length === 1 ? inHead[0] : null, total, told].filter(
    (time) => time !== null && time !== undefined,
  );
}

/** The published limit for a case, where the text leaves no doubt which one is meant. */
function limitInText(
  procedure: ImportedProcedure,
  column: ImportedTimeColumn,
  index: number,
): WrittenTime | null {
  const folded = fold(procedure.timeLimit);
  const found = timesIn(procedure.timeLimit)
    // "sau 15 giờ" is an hour of the day, and a time that lengthens or starts another is no limit.
    .filter(
      ({ at }) =>
        !/(?:sau|truoc|luc|tu|den|them)\s+(?:khong qua\s+)?$/.test(folded.slice(Math.max(0, at - 16), at)),
    )
    .map(({ at, time }) => ({ time, checked: /xac minh|kiem tra/.test(clauseBefore(folded, at)) }));
  if (found.length === 0) return null;
  const plain = found.filter((limit) => !limit.checked);
  const checked = found.filter((limit) => limit.checked);
  if (plain.length > 1 || checked.length > 1) return null;
  const words = foldWords(column.title);
  const wantsCheck =
    /co xac minh|phai xac minh|can xac minh|truong hop xac minh/.test(words) &&
    !/khong (?:phai |can )?xac minh/.test(words);
  if (procedure.timeColumns.length === 1)
    return found.length === 1 && !wantsCheck ? (plain[0]?.time ?? null) : (plain[0]?.time ?? null);
  if (wantsCheck) return checked[0]?.time ?? null;
  return /khong (?:phai |can |co )?xac minh/.test(words) ||
    (index === 0 && procedure.timeColumns.length === 2 && checked.length === 1)
    ? (plain[0]?.time ?? null)
    : null;
}

function clauseBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  const start = Math.max(
    before.lastIndexOf('.'),
    before.lastIndexOf(';'),
    before.lastIndexOf('\n'),
    before.lastIndexOf('truong hop'),
    0,
  );
  return before.slice(start);
}

/** Sum of the steps' own times in days, or null where a step's time is missing or of another kind. */
export function sumOf(procedure: ImportedProcedure, read: ReadColumn): number | null {
  let sum = 0;
  for (const [index, step] of procedure.steps.entries()) {
    const written = step.times.find((time) => time.column === read.column.title);
    if (written?.shared) continue;
    const time = read.times[index] ?? null;
    if (time === null) return null;
    if (isReturn(step.text, written?.text ?? '')) continue;
    sum += time.days;
  }
  return Math.round(sum * 1000) / 1000;
}

/** A step whose cell says that its time does not count. */
function isReturn(_text: string, time: string): boolean {
  return /khong tinh/.test(fold(time));
}
