import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/http/clock.ts';
import { type ForceRecord, revisionInForce, stateOn } from '#app/modules/documents/in-force.ts';

const at = (day: string) => `${day}T02:00:00.000Z`;
const release = (revision: string, from: string, recordedOn: string, until: string | null = null) => ({
  revision,
  from,
  until,
  recordedAt: at(recordedOn),
});

/** Issue 1 from January, issue 2 from July (decided in June), withdrawn from October (decided in September). */
const story: ForceRecord = {
  releases: [release('r1', '2026-01-01', '2025-12-20'), release('r2', '2026-07-01', '2026-06-15')],
  withdrawals: [{ from: '2026-10-01', recordedAt: at('2026-09-10') }],
};

describe('what is in force on a day', () => {
  it.each([
    ['2025-12-31', null, 'not-yet-in-force', 'not-yet-in-force'],
    ['2026-01-01', 'r1', 'in-force', 'not-yet-in-force'],
    ['2026-06-30', 'r1', 'in-force', 'not-yet-in-force'],
    ['2026-07-01', 'r2', 'superseded', 'in-force'],
    ['2026-09-30', 'r2', 'superseded', 'in-force'],
    ['2026-10-01', null, 'superseded', 'withdrawn'],
    ['2030-01-01', null, 'superseded', 'withdrawn'],
  ])('%s: %s (first issue %s, second %s)', (day, revision, first, second) => {
    expect(revisionInForce(story, day)).toBe(revision);
    expect([stateOn(story, 'r1', day), stateOn(story, 'r2', day)]).toEqual([first, second]);
  });

  it('knows only what was recorded by an instant', () => {
    expect(revisionInForce(story, '2026-08-01', at('2026-06-14'))).toBe('r1');
    expect(revisionInForce(story, '2026-12-01', at('2026-09-09'))).toBe('r2');
    expect(stateOn(story, 'r2', '2026-08-01', at('2026-06-14'))).toBe('not-released');
  });

  it('a revision never released is in no force', () => {
    expect(stateOn(story, 'r3', '2026-08-01')).toBe('not-released');
    expect(revisionInForce({ releases: [], withdrawals: [] }, '2026-08-01')).toBeNull();
  });

  it('a release with a last day expires and nothing older comes back', () => {
    const record = {
      releases: [
        release('r1', '2026-01-01', '2025-12-20'),
        release('r2', '2026-07-01', '2026-06-15', '2026-07-31'),
      ],
      withdrawals: [],
    };
    expect(revisionInForce(record, '2026-07-31')).toBe('r2');
    expect(revisionInForce(record, '2026-08-01')).toBeNull();
    expect(stateOn(record, 'r2', '2026-08-01')).toBe('expired');
    expect(stateOn(record, 'r1', '2026-08-01')).toBe('superseded');
  });

  it('of two releases for one day the later decision counts', () => {
    const record = {
      releases: [release('r2', '2026-07-01', '2026-06-20'), release('r1', '2026-07-01', '2026-06-15')],
      withdrawals: [],
    };
    expect(revisionInForce(record, '2026-07-01')).toBe('r2');
    expect(stateOn(record, 'r1', '2026-07-01')).toBe('superseded');
  });

  it('a release withdrawn before its first day never begins', () => {
    const record = {
      releases: [release('r1', '2026-07-01', '2026-06-15')],
      withdrawals: [{ from: '2026-06-20', recordedAt: at('2026-06-18') }],
    };
    expect(stateOn(record, 'r1', '2026-06-19')).toBe('not-yet-in-force');
    expect(stateOn(record, 'r1', '2026-06-20')).toBe('withdrawn');
    expect(revisionInForce(record, '2026-07-01')).toBeNull();
  });

  it('a release after a withdrawal begins anew', () => {
    const record = {
      releases: [...story.releases, release('r3', '2026-11-01', '2026-10-20')],
      withdrawals: story.withdrawals,
    };
    expect(revisionInForce(record, '2026-10-31')).toBeNull();
    expect(revisionInForce(record, '2026-11-01')).toBe('r3');
    expect(stateOn(record, 'r2', '2026-11-01')).toBe('superseded');
  });

  it('a corrected row of one revision speaks in place of the first', () => {
    const record = {
      releases: [release('r1', '2026-07-01', '2026-06-15'), release('r1', '2026-08-01', '2026-06-16')],
      withdrawals: [],
    };
    expect(stateOn(record, 'r1', '2026-07-15')).toBe('not-yet-in-force');
    expect(revisionInForce(record, '2026-08-01')).toBe('r1');
  });
});

describe('a release that waits until all have acknowledged', () => {
  const waits = { revision: 'r2', from: null, until: null, recordedAt: at('2026-06-15') };
  const first = release('r1', '2026-01-01', '2025-12-20');
  const day = '2026-08-01';
  const states = (record: ForceRecord, knownAt?: string) => [
    revisionInForce(record, day, knownAt),
    stateOn(record, 'r1', day, knownAt),
    stateOn(record, 'r2', day, knownAt),
  ];

  it('leaves the older revision in force, however long it takes', () => {
    const record = { releases: [first, waits], withdrawals: [] };
    expect(states(record)).toEqual(['r1', 'in-force', 'awaiting-acknowledgement']);
    expect(stateOn(record, 'r2', '2036-08-01')).toBe('awaiting-acknowledgement');
    expect(stateOn({ releases: [waits], withdrawals: [] }, 'r2', day)).toBe('awaiting-acknowledgement');
  });

  it('takes force on the day that is written when they have, and was waiting as known before', () => {
    const met = { ...release('r2', '2026-07-20', '2026-07-18') };
    const record = { releases: [first, waits, met], withdrawals: [] };
    expect(states(record)).toEqual(['r2', 'superseded', 'in-force']);
    expect(stateOn(record, 'r2', '2026-07-19')).toBe('not-yet-in-force');
    expect(revisionInForce(record, '2026-07-19')).toBe('r1');
    expect(states(record, at('2026-07-17'))).toEqual(['r1', 'in-force', 'awaiting-acknowledgement']);
  });

  it('never begins once the document is withdrawn or decided anew', () => {
    const withdrawn = { from: '2026-09-01', recordedAt: at('2026-07-01') };
    expect(stateOn({ releases: [first, waits], withdrawals: [withdrawn] }, 'r2', day)).toBe('withdrawn');
    const third = release('r3', '2026-12-01', '2026-07-01');
    const record = { releases: [first, waits, third], withdrawals: [] };
    expect(states(record)).toEqual(['r1', 'in-force', 'superseded']);
  });
});

const dayNumber = fc.nat({ max: 40 });
const dayAt = (number: number) => addDays('2026-01-01', number);
const records = fc
  .record({
    releases: fc.array(
      fc.record({
        waits: fc.boolean(),
        from: dayNumber,
        lasts: fc.option(fc.nat({ max: 20 })),
        recorded: dayNumber,
      }),
      { maxLength: 6 },
    ),
    withdrawals: fc.array(fc.record({ from: dayNumber, recorded: dayNumber }), { maxLength: 2 }),
  })
  .map(
    ({ releases, withdrawals }): ForceRecord => ({
      releases: releases.map(({ waits, from, lasts, recorded }, index) => ({
        revision: `r${index}`,
        from: waits ? null : dayAt(from),
        until: lasts === null ? null : dayAt(from + lasts),
        recordedAt: at(dayAt(recorded)),
      })),
      withdrawals: withdrawals.map(({ from, recorded }) => ({
        from: dayAt(from),
        recordedAt: at(dayAt(recorded)),
      })),
    }),
  );

describe('whatever was released and withdrawn', () => {
  const runs = { numRuns: process.env.QMS_LONG === '1' ? 20_000 : 1_000 };

  it('at most one revision is in force on any day, and it is the one that is asked for', () => {
    fc.assert(
      fc.property(records, dayNumber, (record, number) => {
        const day = dayAt(number);
        const inForce = record.releases
          .filter((one) => stateOn(record, one.revision, day) === 'in-force')
          .map((one) => one.revision);
        expect(inForce).toEqual([revisionInForce(record, day)].filter((one) => one !== null));
      }),
      runs,
    );
  });

  it('nothing is in force before its first or after its last day', () => {
    fc.assert(
      fc.property(records, dayNumber, (record, number) => {
        const day = dayAt(number);
        const current = record.releases.find((one) => one.revision === revisionInForce(record, day));
        if (!current) return;
        expect(
          current.from !== null && current.from <= day && (current.until === null || day <= current.until),
        ).toBe(true);
      }),
      runs,
    );
  });

  it('what is superseded or withdrawn never comes back', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { revision } of record.releases) {
          let ended = false;
          for (let number = 0; number <= 60; number += 1) {
            const state = stateOn(record, revision, dayAt(number));
            if (ended) expect(['superseded', 'withdrawn', 'expired']).toContain(state);
            // A release that waits is no later or earlier for the day it is asked on.
            ended ||= state === 'superseded' || state === 'withdrawn' || state === 'expired';
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
