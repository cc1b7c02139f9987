import { describe, expect, it } from 'vitest';
import { addDays, clockAt, dayOf, isDay } from '#app/http/clock.ts';

describe('the day of the agency', () => {
  it('is already tomorrow in the ward when it is evening in Greenwich', () => {
    expect(dayOf('2026-11-21T16:59:59.999Z')).toBe('2026-11-21');
    expect(dayOf('2026-11-21T17:00:00.000Z')).toBe('2026-11-22');
  });

  it('knows a day of the calendar from text that only looks like one', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-2-9')).toBe(false);
  });

  it('counts over the end of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('stands still until it is set', () => {
    const clock = clockAt('2026-11-21T02:00:00Z');
    expect(clock.now()).toBe('2026-11-21T02:00:00.000Z');
    clock.set('2026-11-22T02:00:00Z');
    expect(clock.now()).toBe('2026-11-22T02:00:00.000Z');
  });
});
