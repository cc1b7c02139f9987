import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSigningKey, signHead } from '#app/modules/journal/head.ts';
import {
  type OutsideEvidence,
  type Verification,
  verifyJournal,
} from '#app/modules/journal/verification.server.ts';
import { openDatabase } from '#db/connection.ts';
import { evidenceTables } from '#db/migrations/all.ts';
import type { Db } from '#db/schema.ts';
import { testDialect } from '#tests/database.ts';
import { scannedDecision, storeFileRow } from '#tests/modules/documents/stored-file.ts';
import { CaseDesk } from '#tests/modules/nonconformities/case-desk.ts';
import { randomOf } from './random.ts';
import { workByChance } from './random-office.ts';
import { type Attack, attacksOnJournal, attacksOnRecord, attacksOnTheEnd, undetected } from './tampering.ts';

const long = process.env.QMS_LONG !== undefined;
const random = randomOf(long ? Date.now() : 4_711);
let desk: CaseDesk;
let outside: OutsideEvidence;
const verify = (db: Db): Promise<Verification> => verifyJournal(db, outside);

beforeAll(async () => {
  desk = await CaseDesk.open();
  await workByChance(desk, 20_261_121, 1_000);
  await storeFileRow(desk.db, desk.people.hoa, '2026-12-30T02:00:00.000Z');
  const last = await desk.db
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const head = signHead(newSigningKey(), {
    origin: 'test',
    size: last.seq,
    hash: last.hash,
    at: '2026-12-31T00:00:00.000Z',
  });
  outside = { heads: [head], readFile: async () => scannedDecision };
});
afterAll(async () => {
  await desk?.audit.desk.press.close();
  await desk?.close();
});

/** Tables that a season by chance leaves empty, and why; the verifier reads them like the others. */
const untouched: Readonly<Record<string, string>> = {
  culture_rule: 'no text of the season is a culture rule',
  release_fulfilment:
    'no waiting release of this season is read by all; told in tests/modules/documents/acknowledgement',
  filled_record: 'records are told in tests/modules/records',
  filled_record_version: 'records are told in tests/modules/records',
  record_event: 'records are told in tests/modules/records',
  record_type_fact: 'records are told in tests/modules/records',
  disposal: 'records are told in tests/modules/records',
  disposal_item: 'records are told in tests/modules/records',
  disposal_decision: 'records are told in tests/modules/records',
  disposal_minute: 'records are told in tests/modules/records',
  controlled_copy: 'records are told in tests/modules/records',
  controlled_copy_return: 'records are told in tests/modules/records',
  paper_settlement: 'records are told in tests/modules/records',
};

test('the record as the office left it verifies, and every table of it holds rows but those said above', async () => {
  expect(await verify(desk.db)).toMatchObject({ ok: true, faults: [], notAnchored: 0 });
  const empty: string[] = [];
  for (const table of evidenceTables) {
    const { rows } = await sql`select id from ${sql.table(table)} limit 1`.execute(desk.db);
    if (rows.length === 0) empty.push(table);
  }
  expect(empty.sort()).toEqual(Object.keys(untouched).sort());
}, 60_000);

test('whatever is changed, removed, inserted or swapped in any table of the record is found and named', async () => {
  const attacks = await attacksOnRecord(
    desk.db,
    random,
    long ? { columns: 99, rows: 20 } : { columns: 3, rows: 1 },
  );
  const { missed, tried, impossible } = await undetected(desk.db, attacks, verify);
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(long ? 2_000 : 100);
  expect(impossible.length).toBeLessThan(attacks.length / 4);
}, 3_600_000);

test('whatever is changed or removed in the journal is found and named by its entry', async () => {
  const attacks = await attacksOnJournal(desk.db, random, { rows: long ? 40 : 2 });
  const { missed, tried } = await undetected(desk.db, attacks, verify);
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(30);
}, 3_600_000);

test('a journal cut off or written anew from somewhere on is found by the head kept outside', async () => {
  const attacks = await attacksOnTheEnd(desk.db, random, long ? 60 : 4);
  expect(await undetected(desk.db, attacks, verify)).toMatchObject({ missed: [], tried: attacks.length });
  const alone = (db: Db) => verifyJournal(db, { ...outside, heads: [] });
  const without = await undetected(
    desk.db,
    attacks.filter((one) => one.what.startsWith('cut')),
    alone,
  );
  expect(
    without.missed.length,
    'without a head a cut cannot be seen: the heads are what shows it',
  ).toBeGreaterThan(0);
}, 3_600_000);

test('a verifier that forgets one table is caught by the same attacks', async () => {
  const blind = async (db: Db): Promise<Verification> => {
    const found = await verify(db);
    return { ...found, faults: found.faults.filter((fault) => !fault.object.startsWith('duty ')) };
  };
  const attacks: Attack[] = await attacksOnRecord(desk.db, randomOf(1), { columns: 1, rows: 1 });
  const about = attacks.filter((attack) => / duty | step /.test(attack.what));
  const { missed } = await undetected(desk.db, about, blind);
  expect(missed.length).toBeGreaterThan(0);
  expect(missed.every((one) => one.what.includes(' duty '))).toBe(true);
}, 120_000);

test('a stored file whose bytes were touched, and one that is gone, are named', async () => {
  const { sha256 } = await desk.db.selectFrom('file').select('sha256').executeTakeFirstOrThrow();
  for (let at = 0; at < scannedDecision.length; at += long ? 1 : 5) {
    const bytes = Buffer.from(scannedDecision);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { faults } = await verifyJournal(desk.db, { ...outside, readFile: async () => bytes });
    expect(faults).toMatchObject([{ kind: 'file-changed', object: `file ${sha256}` }]);
  }
  const { faults } = await verifyJournal(desk.db, { ...outside, readFile: async () => null });
  expect(faults).toMatchObject([{ kind: 'file-missing', object: `file ${sha256}` }]);
}, 120_000);

test('a letter changed in the bytes of the database file itself is found', async () => {
  if (testDialect() === 'postgres') return; // its files are the server's own
  await sql`pragma wal_checkpoint(truncate)`.execute(desk.db);
  const copy = `${desk.audit.desk.database.url}.copy`;
  const texts = [
    'Đối chiếu sổ gốc và in bản sao.',
    'Ghi rõ thời hạn từng bước',
    'Trịnh Văn Sơn',
    'Báo cáo cuối tuần',
  ];
  for (const text of texts) {
    copyFileSync(desk.audit.desk.database.url, copy);
    const bytes = readFileSync(copy);
    const written = Buffer.from(text);
    let touched = 0;
    for (let at = bytes.indexOf(written); at >= 0; at = bytes.indexOf(written, at + 1)) {
      bytes[at + written.length - 2] = (bytes[at + written.length - 2] ?? 0) ^ 2;
      touched += 1;
    }
    expect(touched, text).toBeGreaterThan(0);
    writeFileSync(copy, bytes);
    const db = await openDatabase(copy);
    const { ok } = await verify(db).catch(() => ({ ok: false }));
    await db.destroy();
    for (const name of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(name, { force: true });
    expect(ok, text).toBe(false);
  }
}, 120_000);
