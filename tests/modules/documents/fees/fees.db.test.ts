import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefused } from '#app/http/errors.ts';
import { feesOn, listFees, readFee, recordFee } from '#app/modules/documents/fees/fees.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { type Story, tellStory } from '#tests/story.ts';

let database: TestDatabase;
let story: Story;
beforeEach(async () => {
  database = await openTestDatabase();
  story = await tellStory(database.db);
});
afterEach(() => database.close());

const fee = {
  ...{ item: 'ban-sao', nameVi: 'Phí cấp bản sao', nameEn: 'Fee for a copy', amount: 8000, unit: 'đồng/bản' },
  ...{ legalBasis: null, note: '', validFrom: '2026-01-01', validUntil: null, isNew: true },
};

test('an amount of the past stays the amount of the past, and a new one is a row of its own', async () => {
  const { db } = database;
  const enter = (input: typeof fee | (Omit<typeof fee, 'amount'> & { amount: number | null }), now: string) =>
    inTransaction(db, (trx) => recordFee(trx, story.actors.hoa, input, now));
  await enter(fee, '2026-01-01T02:00:00.000Z');
  await enter({ ...fee, amount: 9000, validFrom: '2026-07-01', isNew: false }, '2026-06-01T02:00:00.000Z');
  await enter({ ...fee, amount: null, validFrom: '2026-07-01', isNew: false }, '2026-06-02T02:00:00.000Z');
  const amountOn = async (day: string) => (await feesOn(db, story.agencyId, day))[0]?.amount;
  expect(await amountOn('2025-12-31')).toBeUndefined();
  expect(await amountOn('2026-06-30')).toBe(8000);
  expect(await amountOn('2026-07-01'), 'the row entered last for that day').toBeNull();
  const [listed] = await listFees(db, story.actors.tam, '2026-06-30');
  expect(listed).toMatchObject({ rows: 3, now: { amount: 8000 } });
  expect((await readFee(db, story.actors.tam, 'ban-sao', '2026-07-02')).rows).toHaveLength(3);
  await enter(fee, '2026-06-03T02:00:00.000Z').then(
    () => expect.unreachable(),
    (error: unknown) => expect(isRefused(error) && error.code).toBe('fees.refusal.known'),
  );
  await expect(enter({ ...fee, item: 'la', isNew: false }, '2026-06-03T02:00:00.000Z')).rejects.toThrow(
    'not-found',
  );
  await expect(
    inTransaction(db, (trx) => recordFee(trx, story.actors.tam, fee, '2026-06-03T02:00:00.000Z')),
  ).rejects.toThrow('forbidden');
  expect((await verifyJournal(db, { heads: [], readFile: async () => null })).faults).toEqual([]);
});
