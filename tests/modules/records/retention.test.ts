import { describe, expect, test } from 'vitest';
import { refusalToRecordEvent } from '#app/modules/records/record-event.ts';
import {
  lastDayKept,
  monthsAfter,
  readRetention,
  retentionOf,
  retentionState,
} from '#app/modules/records/retention.ts';

test.each([
  ['P5Y', { kind: 'period', months: 60 }],
  ['P6M', { kind: 'period', months: 6 }],
  ['P1Y6M', { kind: 'period', months: 18 }],
  ['permanent', { kind: 'permanent' }],
  ['until:hết hiệu lực', { kind: 'until', event: 'hết hiệu lực' }],
  ['until:', { kind: 'unknown' }],
  ['P0Y', { kind: 'unknown' }],
  ['P', { kind: 'unknown' }],
  ['5 năm', { kind: 'unknown' }],
  ['unknown', { kind: 'unknown' }],
])('the retention "%s" is read', (written, retention) => {
  expect(readRetention(written)).toEqual(retention);
});

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2025-11-30', 60, '2030-11-30'],
  ['2026-12-15', 1, '2027-01-15'],
])('%s and %i months are %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later);
});

describe('a record is kept', () => {
  const year = readRetention('P1Y');
  test('to the last day of its period from completion, and may go the day after', () => {
    const last = lastDayKept(year, '2025-05-04', null);
    expect(last).toBe('2026-05-04');
    expect(retentionState(year, last, '2026-05-04')).toBe('kept');
    expect(retentionState(year, last, '2026-05-05')).toBe('ended');
  });

  test('for ever, until its event is recorded, or while nobody knows how long', () => {
    const [forEver, until, unknown] = ['permanent', 'until:xong', 'unknown'].map(readRetention);
    for (const retention of [forEver, until, unknown])
      expect(retention && lastDayKept(retention, '2000-01-01', null)).toBeNull();
    expect(forEver && retentionState(forEver, null, '2999-01-01')).toBe('for-ever');
    expect(until && retentionState(until, null, '2999-01-01')).toBe('waits-for-event');
    expect(unknown && retentionState(unknown, null, '2999-01-01')).toBe('unknown');
    expect(until && lastDayKept(until, '2026-01-01', '2026-03-01')).toBe('2026-03-01');
  });

  test('as it was completed under; only what was not known then is looked up now', () => {
    expect(retentionOf('P5Y', 'P1Y')).toEqual({ kind: 'period', months: 60 });
    expect(retentionOf('unknown', 'P1Y')).toEqual({ kind: 'period', months: 12 });
    expect(retentionOf('unknown', null)).toEqual({ kind: 'unknown' });
  });
});

describe('the event a retention waits for', () => {
  const waits = { retention: readRetention('until:xong'), disposed: false, completedOn: '2026-03-01' };
  const event = { on: '2026-04-01', today: '2026-05-01', description: 'Vụ việc đã xong' };
  const code = (record: typeof waits, said: typeof event | null) =>
    refusalToRecordEvent(record, said)?.code.replace('records.refusal.', '') ?? null;

  test('is stated with its day', () => {
    expect(code(waits, event)).toBeNull();
    expect(code(waits, { ...event, on: event.today })).toBeNull();
    expect(code(waits, null)).toBeNull();
  });

  test('is neither ahead, nor before the record, nor without words, nor where none is awaited', () => {
    expect(code(waits, { ...event, on: '2026-05-02' })).toBe('event-ahead');
    expect(code(waits, { ...event, on: '2026-02-28' })).toBe('event-before-record');
    expect(code(waits, { ...event, description: '' })).toBe('no-description');
    expect(code({ ...waits, retention: readRetention('P1Y') }, event)).toBe('no-event-awaited');
    expect(code({ ...waits, disposed: true }, event)).toBe('disposed');
  });
});
