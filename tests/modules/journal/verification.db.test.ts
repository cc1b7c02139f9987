import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey, signHead } from '#app/modules/journal/head.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase, testDialect } from '#tests/database.ts';

let test1: TestDatabase;
const key = newSigningKey();
const agencyId = 'agency1';
const actor = systemOf(agencyId);
const outside = { heads: [], readFile: async () => null };

beforeEach(async () => {
  test1 = await openTestDatabase();
  await inTransaction(test1.db, async (trx) => {
    await trx
      .insertInto('agency')
      .values({
        id: agencyId,
        key: 'an-binh-dong',
        kind: 'ward',
        name_vi: 'UBND phường An Bình Đông',
        name_en: 'People’s Committee of An Bình Đông Ward',
        parent_id: null,
        legal_ground: null,
        time_zone: 'Asia/Ho_Chi_Minh',
        number_sign: 'UBND',
        edition: '2015',
        valid_from: '2025-07-01',
        valid_until: null,
        recorded_at: '2026-01-01T00:00:00.000Z',
      })
      .execute();
    await record(trx, actor, {
      action: 'agency.founded',
      object: { type: 'agency', id: agencyId },
      now: '2026-01-01T00:00:00.000Z',
    });
  });
  for (let n = 1; n <= 6; n++) await recordHoliday(n);
});

afterEach(async () => {
  await test1.close();
});

async function recordHoliday(n: number): Promise<void> {
  await inTransaction(test1.db, async (trx) => {
    const id = newId();
    await trx
      .insertInto('holiday')
      .values({ id, agency_id: agencyId, day: `2026-01-0${n}`, kind: 'off', name_vi: 'Nghỉ', name_en: 'Off' })
      .execute();
    await record(trx, actor, {
      action: 'holiday.recorded',
      object: { type: 'holiday', id },
      now: `2026-01-0${n}T01:00:00.000Z`,
    });
  });
}

async function headNow() {
  const last = await test1.db
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return signHead(key, { origin: 'test', size: last.seq, hash: last.hash, at: '2026-01-07T00:00:00.000Z' });
}

/** What someone with the database password can do: triggers off, then anything. */
async function tamper(statements: string[]): Promise<void> {
  if (testDialect() === 'postgres') {
    await test1.db.connection().execute(async (connection) => {
      await sql`set session_replication_role = replica`.execute(connection);
      for (const statement of statements) await sql.raw(statement).execute(connection);
      await sql`set session_replication_role = origin`.execute(connection);
    });
    return;
  }
  const triggers = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(
    test1.db,
  );
  for (const { name } of triggers.rows) await sql`drop trigger ${sql.id(name)}`.execute(test1.db);
  await sql`pragma foreign_keys = off`.execute(test1.db);
  for (const statement of statements) await sql.raw(statement).execute(test1.db);
}

test('an untouched record verifies, and what no head has signed yet is reported as not anchored', async () => {
  expect(await verifyJournal(test1.db, outside)).toEqual({
    entries: 7,
    ok: true,
    faults: [],
    notAnchored: 7,
  });
  const head = await headNow();
  await recordHoliday(7);
  expect(await verifyJournal(test1.db, { ...outside, heads: [head] })).toMatchObject({
    ok: true,
    notAnchored: 1,
  });
});

test('a change of the quality record without a journal entry is refused and leaves no trace', async () => {
  const insert = inTransaction(test1.db, async (trx) => {
    await trx
      .insertInto('holiday')
      .values({ id: 'h-x', agency_id: agencyId, day: '2026-05-01', kind: 'off', name_vi: 'x', name_en: 'x' })
      .execute();
  });
  await expect(insert).rejects.toThrow(/no journal entry: holiday h-x/);
  expect(await test1.db.selectFrom('holiday').selectAll().where('id', '=', 'h-x').execute()).toEqual([]);
});

test('records are never deleted and journal entries never change through the system', async () => {
  await expect(inTransaction(test1.db, (trx) => trx.deleteFrom('holiday').execute())).rejects.toThrow(
    /never deleted/,
  );
  const change = inTransaction(test1.db, (trx) =>
    trx.updateTable('journal_entry').set({ actor_name: 'x' }).where('seq', '=', 2).execute(),
  );
  await expect(change).rejects.toThrow(/append-only/);
});

test('overwriting a journal row by way of an upsert is refused', async () => {
  const columns = `seq, recorded_at, occurred_at, agency_id, actor_id, 'forged', role, session_hash, action, object_type,
    object_id, object_version, content_hash, reason, payload_commitment, prev, hash from journal_entry where seq = 3`;
  const forge =
    testDialect() === 'sqlite'
      ? `insert or replace into journal_entry select ${columns}`
      : `insert into journal_entry select ${columns} on conflict (seq) do update set actor_name = excluded.actor_name`;
  await expect(sql.raw(forge).execute(test1.db)).rejects.toThrow();
  const entry = await test1.db
    .selectFrom('journal_entry')
    .select('actor_name')
    .where('seq', '=', 3)
    .executeTakeFirst();
  expect(entry?.actor_name).toBe('Rõ Việc');
});

test.each([
  [
    'a changed entry',
    ["update journal_entry set actor_name = 'x' where seq = 3"],
    'entry-changed',
    'entry 3',
  ],
  ['a removed entry', ['delete from journal_entry where seq = 3'], 'entry-missing', 'entry 3'],
  [
    'changed details',
    [`update journal_payload set payload = '{"a":1}' where seq = 4`],
    'entry-payload-changed',
    'entry 4',
  ],
  [
    'a cut tail',
    [
      'delete from journal_row where seq = 7',
      'delete from journal_payload where seq = 7',
      'delete from journal_entry where seq = 7',
    ],
    'tail-cut',
    'entry 7',
  ],
  [
    'a bound row list changed',
    ["update journal_row set hash = 'x' where seq = 5"],
    'entry-rows-changed',
    'entry 5',
  ],
  [
    'a swapped pair',
    [
      'update journal_entry set seq = 100 where seq = 3',
      'update journal_entry set seq = 3 where seq = 4',
      'update journal_entry set seq = 4 where seq = 100',
    ],
    'entry-changed',
    'entry 3',
  ],
] as const)('%s is named', async (_name, statements, kind, object) => {
  const head = await headNow();
  await tamper([...statements]);
  const found = await verifyJournal(test1.db, { ...outside, heads: [head] });
  expect(found.ok).toBe(false);
  expect(found.faults).toContainEqual(expect.objectContaining({ kind, object }));
});

test('a record changed, removed or inserted by raw SQL is named', async () => {
  const [first, second] = await test1.db.selectFrom('holiday').select('id').orderBy('id').execute();
  await tamper([
    `update holiday set name_vi = 'Nghỉ thêm' where id = '${first?.id}'`,
    `delete from holiday where id = '${second?.id}'`,
    `insert into holiday (id, agency_id, day, kind, name_vi, name_en) values ('forged', '${agencyId}', '2026-09-09', 'off', 'x', 'x')`,
  ]);
  const { faults } = await verifyJournal(test1.db, outside);
  expect(faults.map((fault) => [fault.kind, fault.object]).sort()).toEqual(
    [
      ['row-changed', `holiday ${first?.id}`],
      ['row-removed', `holiday ${second?.id}`],
      ['row-inserted', 'holiday forged'],
    ].sort(),
  );
});

test('a change that raw SQL made is not adopted by the next honest act', async () => {
  const first = await test1.db.selectFrom('holiday').select('id').orderBy('id').executeTakeFirstOrThrow();
  await sql`update holiday set name_vi = ${'Nghỉ thêm'} where id = ${first.id}`.execute(test1.db);
  await recordHoliday(8);
  const { faults } = await verifyJournal(test1.db, outside);
  expect(faults).toMatchObject([{ kind: 'row-changed', object: `holiday ${first.id}` }]);
});
