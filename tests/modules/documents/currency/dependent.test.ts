import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#app/http/clock.ts';
import {
  type Amendment,
  type Change,
  changeOfProcedure,
  changesOfBasis,
  threeMonthsAfter,
  type WatchedBasis,
} from '#app/modules/documents/currency/change.ts';
import {
  isDependent,
  named,
  openTasks,
  type WatchedDocument,
  willDepend,
} from '#app/modules/documents/currency/dependent.ts';
import { basisStatusOn } from '#app/modules/documents/legal/basis-status.ts';
import { randomOf } from '#tests/harness/random.ts';

const recorded = '2026-01-10T02:00:00.000Z';

function basis(changes: Partial<WatchedBasis> = {}): WatchedBasis {
  return {
    key: 'luat-cu',
    status: 'in-force',
    in_force_from: null,
    in_force_until: null,
    replaced_by: null,
    recorded_at: recorded,
    ...changes,
  };
}

interface Release {
  revision: string;
  from: Day;
  recordedAt?: string;
  names: string[];
}

function document(id: string, releases: Release[], withdrawnFrom?: Day): WatchedDocument {
  return {
    id,
    force: {
      releases: releases.map(({ revision, from, recordedAt }) => ({
        revision,
        from,
        until: null,
        recordedAt: recordedAt ?? `${from}T01:00:00.000Z`,
      })),
      withdrawals: withdrawnFrom ? [{ from: withdrawnFrom, recordedAt: '2099-01-01T00:00:00.000Z' }] : [],
    },
    names: new Map(releases.map(({ revision, names }) => [revision, new Set(names)])),
  };
}

const law = (key: string) => named('legal-basis', key);
const days: Record<string, Day | null> = { 'luat-moi': '2027-03-01', 'luat-khong-ngay': null };
const firstDayOf = (key: string) => days[key] ?? null;
const onlyChange = (of: WatchedBasis, amendments: Amendment[] = []): Change => {
  const [change, ...more] = changesOfBasis(of, amendments, firstDayOf);
  if (!change || more.length > 0) throw new Error('one change was expected');
  return change;
};

describe('what a legal basis is on a day', () => {
  test('its days speak before the word it was entered with', () => {
    const ends = { status: 'in-force', in_force_from: '2015-01-01', in_force_until: '2027-02-28' };
    expect(basisStatusOn(ends, '2027-02-28')).toBe('in-force');
    expect(basisStatusOn(ends, '2027-03-01')).toBe('expired');
    expect(basisStatusOn(ends, '2014-12-31')).toBe('not-yet');
    const begins = { status: 'not-yet', in_force_from: '2027-03-01', in_force_until: null };
    expect(basisStatusOn(begins, '2027-02-28')).toBe('not-yet');
    expect(basisStatusOn(begins, '2027-03-01')).toBe('in-force');
    const early = { status: 'expired', in_force_from: null, in_force_until: '2027-02-28' };
    expect(basisStatusOn(early, '2027-02-28')).toBe('in-force');
    expect(basisStatusOn({ ...early, in_force_until: null }, '2020-01-01')).toBe('expired');
    expect(basisStatusOn({ status: 'partly', in_force_from: null, in_force_until: null }, '2020-01-01')).toBe(
      'partly',
    );
    expect(basisStatusOn({ status: 'x', in_force_from: null, in_force_until: null }, '2020-01-01')).toBe(
      'unknown',
    );
  });
});

describe('the changes of a legal basis', () => {
  test('it ends after its last day, and the clock runs from the effect of the law that replaces it', () => {
    expect(onlyChange(basis({ in_force_until: '2027-02-28', replaced_by: 'luat-moi' }))).toMatchObject({
      id: 'ended:luat-moi',
      effect: '2027-03-01',
      clockFrom: '2027-03-01',
      by: 'luat-moi',
    });
    expect(onlyChange(basis({ in_force_until: '2026-12-31' }))).toMatchObject({
      id: 'ended:',
      effect: '2027-01-01',
      clockFrom: '2027-01-01',
    });
    expect(onlyChange(basis({ replaced_by: 'luat-moi' })).effect).toBe('2027-03-01');
    expect(
      onlyChange(basis({ in_force_until: '2027-06-30', replaced_by: 'luat-moi' })).effect,
      'the new law is earlier',
    ).toBe('2027-03-01');
    expect(onlyChange(basis({ status: 'expired' })).effect, 'since it was told').toBe('2026-01-10');
    expect(onlyChange(basis({ status: 'expired', replaced_by: 'luat-khong-ngay' })).effect).toBe(
      '2026-01-10',
    );
  });

  test('nothing is known where no day and no end is known', () => {
    expect(changesOfBasis(basis({ replaced_by: 'luat-khong-ngay' }), [], firstDayOf)).toEqual([]);
    expect(changesOfBasis(basis({ in_force_from: '2027-01-01' }), [], firstDayOf)).toEqual([]);
    expect(changesOfBasis(basis({ status: 'partly' }), [], firstDayOf)).toEqual([]);
  });

  test('its beginning and its amendments are changes too', () => {
    expect(onlyChange(basis({ status: 'not-yet', in_force_from: '2027-03-01' }))).toMatchObject({
      what: 'begun',
      effect: '2027-03-01',
    });
    const amendment = {
      id: 'a1',
      key: 'luat-cu',
      amended_by: 'luat-moi',
      effect_on: '2026-07-01',
      note: 'x',
    };
    expect(onlyChange(basis(), [{ ...amendment, recorded_at: recorded }])).toMatchObject({
      what: 'amended',
      id: 'amended:a1',
      effect: '2026-07-01',
      by: 'luat-moi',
    });
  });

  test('three months later is the same day of the month, or its last', () => {
    expect(threeMonthsAfter('2026-07-01')).toBe('2026-10-01');
    expect(threeMonthsAfter('2026-11-30')).toBe('2027-02-28');
    expect(threeMonthsAfter('2027-11-30')).toBe('2028-02-29');
    expect(threeMonthsAfter('2026-10-31')).toBe('2027-01-31');
    expect(threeMonthsAfter('2026-12-31')).toBe('2027-03-31');
    expect(threeMonthsAfter('2026-03-31')).toBe('2026-06-30');
  });
});

describe('who has to follow', () => {
  const ended = onlyChange(basis({ in_force_until: '2027-02-28', replaced_by: 'luat-moi' }));
  const standing = document('d', [{ revision: 'r1', from: '2026-01-01', names: [law('luat-cu')] }]);

  test('nobody before the day, whoever names the law from that day on', () => {
    expect(isDependent(standing, ended, '2027-02-28')).toBe(false);
    expect(isDependent(standing, ended, '2027-03-01')).toBe(true);
    expect(willDepend(standing, ended, '2026-11-21')).toBe(true);
  });

  test('not who names another law, is withdrawn, superseded without it, or not yet in force', () => {
    const other = document('d', [{ revision: 'r1', from: '2026-01-01', names: [law('luat-khac')] }]);
    const withdrawn = document(
      'd',
      [{ revision: 'r1', from: '2026-01-01', names: [law('luat-cu')] }],
      '2027-01-01',
    );
    const revised = document('d', [
      { revision: 'r1', from: '2026-01-01', names: [law('luat-cu')] },
      { revision: 'r2', from: '2027-01-01', names: [law('luat-moi')] },
    ]);
    const later = document('d', [{ revision: 'r1', from: '2027-06-01', names: [law('luat-cu')] }]);
    for (const one of [other, withdrawn, revised, later])
      expect(isDependent(one, ended, '2027-03-01')).toBe(false);
    expect(isDependent(later, ended, '2027-06-01'), 'nobody may come to stand on what has ended').toBe(true);
  });

  test('a text of the old days that already named the new law still has to be revised; one made for it has not', () => {
    const foresaw = document('d', [
      { revision: 'r1', from: '2026-01-01', names: [law('luat-cu'), law('luat-moi')] },
    ]);
    expect(isDependent(foresaw, ended, '2027-03-01')).toBe(true);
    const revised = document('d', [
      { revision: 'r1', from: '2026-01-01', names: [law('luat-cu')] },
      { revision: 'r2', from: '2027-03-01', names: [law('luat-cu'), law('luat-moi')] },
    ]);
    expect(isDependent(revised, ended, '2027-02-28')).toBe(false);
    expect(isDependent(revised, ended, '2027-03-01')).toBe(false);
  });

  test('an amendment asks who stood on the law then, not a text written after it', () => {
    const amendment = { id: 'a1', key: 'luat-cu', amended_by: null, note: '', recorded_at: recorded };
    const change = onlyChange(basis(), [{ ...amendment, effect_on: '2026-07-01' }]);
    expect(isDependent(standing, change, '2026-06-30')).toBe(false);
    expect(isDependent(standing, change, '2026-07-01')).toBe(true);
    const later = document('d', [{ revision: 'r1', from: '2026-07-01', names: [law('luat-cu')] }]);
    expect(isDependent(later, change, '2026-08-01')).toBe(false);
    const told = { ...amendment, effect_on: '2025-10-01', recorded_at: '2026-03-01T00:00:00.000Z' };
    const late = onlyChange(basis(), [told]);
    expect(isDependent(standing, late, '2026-03-01'), 'known late, asked of who stands on it then').toBe(
      false,
    );
    const old = document('d', [{ revision: 'r1', from: '2025-01-01', names: [law('luat-cu')] }]);
    expect(isDependent(old, late, '2026-03-01')).toBe(true);
  });

  test('a procedure changed on the portal asks who names its code, until a later release', () => {
    const change = changeOfProcedure({ id: 'c', code: '1.1', recorded_at: '2026-05-05T02:00:00.000Z' });
    const name = named('tthc', '1.1');
    const before = document('d', [{ revision: 'r1', from: '2026-01-01', names: [name] }]);
    expect(isDependent(before, change, '2026-05-05')).toBe(true);
    const after = document('d', [
      { revision: 'r1', from: '2026-01-01', names: [name] },
      { revision: 'r2', from: '2026-05-20', recordedAt: '2026-05-19T00:00:00.000Z', names: [name] },
    ]);
    expect(isDependent(after, change, '2026-05-20')).toBe(false);
  });

  test('a decision ends one matter of one document and no other', () => {
    const other = document('e', [{ revision: 'r9', from: '2026-01-01', names: [law('luat-cu')] }]);
    const day = '2027-04-01';
    expect(openTasks([ended], [standing, other], [], day).map((task) => [task.documentId, task.due])).toEqual(
      [
        ['d', '2027-06-01'],
        ['e', '2027-06-01'],
      ],
    );
    const decided = { documentId: 'd', subject: 'legal-basis', key: 'luat-cu', changeId: ended.id } as const;
    expect(openTasks([ended], [standing, other], [decided], day).map((task) => task.documentId)).toEqual([
      'e',
    ]);
    const elsewhere = [
      { ...decided, key: 'luat-khac' },
      { ...decided, changeId: 'ended:' },
      { ...decided, subject: 'tthc' as const },
    ];
    expect(openTasks([ended], [standing], elsewhere, day)).toHaveLength(1);
  });

  test('who must leave a law is not told a second time that its successor begins', () => {
    const begun = onlyChange(basis({ key: 'luat-moi', status: 'not-yet', in_force_from: '2027-03-01' }));
    const both = document('d', [
      { revision: 'r1', from: '2026-01-01', names: [law('luat-cu'), law('luat-moi')] },
    ]);
    const onlyNew = document('e', [{ revision: 'r2', from: '2026-01-01', names: [law('luat-moi')] }]);
    const tasks = openTasks([ended, begun], [both, onlyNew], [], '2027-03-01');
    expect(tasks.map((task) => [task.documentId, task.change.what])).toEqual([
      ['d', 'ended'],
      ['e', 'begun'],
    ]);
  });
});

/** The rule told the long way: walk every day, look at the text that leads on it, ask every question by hand. */
function byHand(document: WatchedDocument, change: Change, day: Day): boolean {
  const leading = (on: Day) => {
    const begun = document.force.releases
      .filter((one) => one.from !== null && one.from <= on)
      .sort((a, b) => `${a.from}${a.recordedAt}`.localeCompare(`${b.from}${b.recordedAt}`));
    const gone = document.force.withdrawals.some((one) => one.from <= on);
    return gone ? undefined : begun.at(-1);
  };
  const names = (revision: string | undefined, key: string, subject = change.subject) =>
    document.names.get(revision ?? '')?.has(`${subject} ${key}`) ?? false;
  const now = leading(day);
  if (day < change.effect || !now || !names(now.revision, change.key)) return false;
  const known = change.knownAt.slice(0, 10);
  const eve = known >= change.effect ? known : addDays(change.effect, -1);
  if (change.what !== 'ended' && !names(leading(eve)?.revision, change.key)) return false;
  const isNewer =
    change.subject === 'tthc' ? now.recordedAt > change.knownAt : (now.from ?? '') >= change.effect;
  if (!isNewer) return true;
  if (change.by) return !names(now.revision, change.by, 'legal-basis');
  return change.what === 'ended';
}

test('all and only: over random laws, texts and days the rule says what the long way says', () => {
  const random = randomOf(20_260_301);
  const keys = ['a', 'b', 'c', 'd'];
  const dayAt = (at: number) => addDays('2026-01-01', at);
  let open = 0;
  for (let round = 0; round < 4000; round += 1) {
    const subject = random.below(4) === 0 ? 'tthc' : 'legal-basis';
    const what = subject === 'tthc' ? 'changed' : random.pick(['ended', 'amended', 'begun'] as const);
    const effect = dayAt(random.below(40));
    const change: Change = {
      ...{ id: 'x', subject, key: random.pick(keys), what, effect, clockFrom: effect, note: '' },
      by: subject === 'legal-basis' && random.below(2) === 0 ? random.pick(keys) : null,
      knownAt: `${dayAt(random.below(40))}T02:00:00.000Z`,
    };
    const releases: Release[] = Array.from({ length: random.below(4) }, (_, at) => ({
      revision: `r${at}`,
      from: dayAt(random.below(40)),
      recordedAt: `${dayAt(random.below(40))}T0${at}:00:00.000Z`,
      names: keys.flatMap((key) => [
        ...(random.below(2) === 0 ? [law(key)] : []),
        ...(random.below(2) === 0 ? [named('tthc', key)] : []),
      ]),
    }));
    const one = document('d', releases, random.below(5) === 0 ? dayAt(random.below(60)) : undefined);
    const day = dayAt(random.below(60));
    const expected = byHand(one, change, day);
    expect(isDependent(one, change, day), JSON.stringify({ change, releases, day })).toBe(expected);
    if (expected) open += 1;
  }
  expect(open).toBeGreaterThan(300);
});
