import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { addDays, isDay } from '#app/http/clock.ts';
import {
  addWorkingDays,
  calendarOf,
  isKnown,
  isWorkingDay,
  sameDayResult,
  workingDayFrom,
  workingDaysBetween,
} from '#app/modules/organization/working-days.ts';

const day = z.string().refine(isDay);
const words = { vi: z.string().min(1), en: z.string().min(1) };
const certainty = z.enum(['announced', 'law', 'uncertain']);
const year = z.strictObject({
  year: z.int(),
  holidays: z.array(z.strictObject({ day, kind: z.enum(['holiday', 'compensation']), ...words, certainty })),
  swaps: z.array(z.strictObject({ off: day, worked: day, ...words, certainty })),
  notes: z.array(z.strictObject({ about: day, ...words })),
});
const years = [2026, 2027].map((number) =>
  year.parse(parse(readFileSync(`content/calendars/${number}.yaml`, 'utf8'))),
);
const calendar = calendarOf(years);

describe('the calendars', () => {
  it.each(years)('of $year hold days of their own year, each once', ({ year: number, holidays, swaps }) => {
    const days = [...holidays.map((one) => one.day), ...swaps.flatMap(({ off, worked }) => [off, worked])];
    expect(days.filter((one) => !one.startsWith(`${number}-`))).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
  });

  it('give a working day for each weekend day worked', () => {
    const weekday = (one: string) => new Date(`${one}T00:00:00.000Z`).getUTCDay();
    for (const { off, worked } of years.flatMap((one) => one.swaps)) {
      expect([0, 6]).toContain(weekday(worked));
      expect([0, 6]).not.toContain(weekday(off));
    }
  });

  it('say which years they know', () => {
    expect(isKnown('2026-12-31', calendar)).toBe(true);
    expect(isKnown('2028-01-03', calendar)).toBe(false);
  });
});

describe('a working day', () => {
  it.each<[string, string, boolean]>([
    ['New Year', '2026-01-01', false],
    ['the Friday swapped at New Year', '2026-01-02', false],
    ['the Saturday worked for it', '2026-01-10', true],
    ['an ordinary Saturday', '2026-01-17', false],
    ['the Friday before Tết', '2026-02-13', true],
    ['the Saturday that Tết begins', '2026-02-14', false],
    ['the 29th of Chạp', '2026-02-16', false],
    ['the first of Tết', '2026-02-17', false],
    ['the fourth of Tết', '2026-02-20', false],
    ['the last Sunday of Tết', '2026-02-22', false],
    ['the Monday after Tết', '2026-02-23', true],
    ['the Hung Kings on a Sunday', '2026-04-26', false],
    ['the Monday in their stead', '2026-04-27', false],
    ['between the Hung Kings and Victory Day', '2026-04-29', true],
    ['Victory Day', '2026-04-30', false],
    ['Labour Day', '2026-05-01', false],
    ['the Saturday worked for National Day', '2026-08-22', true],
    ['the Monday swapped at National Day', '2026-08-31', false],
    ['the eve of National Day', '2026-09-01', false],
    ['National Day', '2026-09-02', false],
    ['the day after National Day', '2026-09-03', true],
    ['an ordinary Tuesday', '2026-11-24', true],
    ['New Year 2027', '2027-01-01', false],
    ['the first of Tết 2027', '2027-02-06', false],
    ['the Monday for Labour Day on a Saturday', '2027-05-03', false],
    ['a weekday of a year nobody knows yet', '2030-09-02', true],
  ])('%s, %s: %s', (_name, on, works) => expect(isWorkingDay(on, calendar)).toBe(works));

  it('is a day of the calendar', () => {
    expect(() => isWorkingDay('2026-02-30', calendar)).toThrow(RangeError);
  });
});

describe('a limit in working days', () => {
  it.each<[string, number, string]>([
    ['2026-03-02', 0, '2026-03-02'],
    ['2026-03-01', 0, '2026-03-02'],
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-01-09', 1, '2026-01-10'],
    ['2025-12-31', 1, '2026-01-05'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-04-24', 1, '2026-04-28'],
    ['2026-04-29', 1, '2026-05-04'],
    ['2026-04-24', 3, '2026-05-04'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-08-20', 10, '2026-09-07'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-02-04', 1, '2027-02-12'],
  ])('received %s, %i days: due %s', (received, count, due) => {
    expect(addWorkingDays(received, count, calendar)).toBe(due);
  });

  it('is a whole number of days, never backwards', () => {
    for (const count of [-1, 0.5, Number.NaN])
      expect(() => addWorkingDays('2026-03-02', count, calendar)).toThrow(RangeError);
  });

  it.each<[string, string, number]>([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-09', 5],
    ['2026-02-13', '2026-02-22', 0],
    ['2026-02-13', '2026-02-23', 1],
    ['2026-01-09', '2026-01-11', 1],
    ['2026-03-09', '2026-03-02', -5],
    ['2026-03-08', '2026-03-07', 0],
  ])('from %s to %s are %i working days', (from, to, count) => {
    expect(workingDaysBetween(from, to, calendar)).toBe(count);
  });
});

describe('a result of the same day', () => {
  it.each<[string, string, string]>([
    ['2026-03-02', '07:30', '2026-03-02'],
    ['2026-03-02', '15:00', '2026-03-02'],
    ['2026-03-02', '15:01', '2026-03-03'],
    ['2026-03-06', '16:30', '2026-03-09'],
    ['2026-02-13', '15:30', '2026-02-23'],
    ['2026-03-07', '09:00', '2026-03-09'],
    ['2026-08-22', '15:30', '2026-08-24'],
    ['2026-08-22', '10:00', '2026-08-22'],
  ])('received %s at %s is given %s', (on, time, given) => {
    expect(sameDayResult({ day: on, time }, calendar)).toBe(given);
  });

  it('knows times of the day only', () => {
    for (const time of ['24:00', '9:00', '15h00'])
      expect(() => sameDayResult({ day: '2026-03-02', time }, calendar)).toThrow(RangeError);
  });
});

describe('whatever the day', () => {
  const days = fc.integer({ min: 0, max: 729 }).map((number) => addDays('2026-01-01', number));
  const counts = fc.nat({ max: 60 });

  it('a limit of n working days ends on a working day with n working days between', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const due = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        if (count > 0) expect(workingDaysBetween(from, due, calendar)).toBe(count);
        if (count > 0) expect(workingDaysBetween(from, addDays(due, -1), calendar)).toBe(count - 1);
      }),
    );
  });

  it('one limit after another is one long limit', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), counts, (from, first, then) => {
        expect(addWorkingDays(addWorkingDays(from, first, calendar), then, calendar)).toBe(
          addWorkingDays(from, first + then, calendar),
        );
      }),
    );
  });

  it('working days between two days are counted the same forwards, backwards and in parts', () => {
    fc.assert(
      fc.property(days, days, days, (one, two, three) => {
        expect(workingDaysBetween(one, two, calendar)).toBe(0 - workingDaysBetween(two, one, calendar));
        const parts = workingDaysBetween(one, two, calendar) + workingDaysBetween(two, three, calendar);
        expect(parts).toBe(workingDaysBetween(one, three, calendar));
      }),
    );
  });

  it('the next working day is never before the day', () => {
    fc.assert(
      fc.property(
        days,
        (on) => workingDayFrom(on, calendar) >= on && isWorkingDay(workingDayFrom(on, calendar), calendar),
      ),
    );
  });
});
