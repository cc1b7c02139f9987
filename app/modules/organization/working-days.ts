import { addDays, type Day, isDay } from '#app/http/clock.ts';

/** Days off and swapped days of the years that are known, from `content/calendars`. */
export interface WorkingCalendar {
  years: ReadonlySet<number>;
  /** Public holidays, days given for those that fall on a weekend, and working days swapped into days off. */
  daysOff: ReadonlySet<Day>;
  /** Weekend days worked in exchange. */
  workedWeekends: ReadonlySet<Day>;
}

/** One file of `content/calendars`. */
export interface CalendarYear {
  year: number;
  holidays: readonly { day: Day }[];
  swaps: readonly { off: Day; worked: Day }[];
}

export function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const swaps = years.flatMap((one) => one.swaps);
  return {
    years: new Set(years.map((one) => one.year)),
    daysOff: new Set([
      ...years.flatMap((one) => one.holidays.map((holiday) => holiday.day)),
      ...swaps.map((swap) => swap.off),
    ]),
    workedWeekends: new Set(swaps.map((swap) => swap.worked)),
  };
}

/** False where only weekends can be told from working days, because the year's holidays are not known yet. */
export function isKnown(day: Day, calendar: WorkingCalendar): boolean {
  return calendar.years.has(Number(day.slice(0, 4)));
}

/** Monday to Friday but for days off; a swapped weekend day is worked. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  if (calendar.workedWeekends.has(day)) return true;
  if (calendar.daysOff.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself when it is worked, else the next that is. */
export function workingDayFrom(day: Day, calendar: WorkingCalendar): Day {
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1);
  return found;
}

/**
 * The day on which a limit of `count` working days ends. The first day counted is the working day after `day`; with
 * 0 it is the day itself or the next working day.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  if (count === 0) return workingDayFrom(day, calendar);
  let end = day;
  for (let counted = 0; counted < count; counted += 1) end = workingDayFrom(addDays(end, 1), calendar);
  return end;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar);
    return back === 0 ? 0 : -back;
  }
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/**
 * The day a result is due that is given on the day of receipt: a dossier received after 15:00, or on a day off, is
 * answered on the next working day (Decree 123/2015 Art. 16; Decree 23/2015 Art. 7). `time` is `HH:MM` of the office.
 */
export function sameDayResult(received: { day: Day; time: string }, calendar: WorkingCalendar): Day {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(received.time))
    throw new RangeError(`not a time: ${received.time}`);
  if (!isWorkingDay(received.day, calendar)) return workingDayFrom(received.day, calendar);
  return received.time > '15:00' ? addWorkingDays(received.day, 1, calendar) : received.day;
}
