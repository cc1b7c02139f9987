import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefused } from '#app/http/errors.ts';
import { makeBackup } from '#app/modules/backup/making.server.ts';
import { openBackup } from '#app/modules/backup/opened-backup.server.ts';
import { restoreBackup } from '#app/modules/backup/restoring.server.ts';
import { recordLegalBases } from '#app/modules/documents/legal/legal-register.server.ts';
import { searchDocuments } from '#app/modules/documents/reading/document-search.server.ts';
import { addFile, pathInStore, putFile } from '#app/modules/files/file-store.server.ts';
import { canonicalExport } from '#app/modules/journal/canonical-export.server.ts';
import { newSigningKey } from '#app/modules/journal/head.ts';
import { anchorJournal, headFile, readHeads } from '#app/modules/journal/heads.server.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { openDatabase } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { type Story, tellStory } from '#tests/story.ts';

const now = '2026-05-01T02:00:00.000Z';
const scan = Buffer.from('%PDF-1.4 bản quét quyết định');
const signingKey = newSigningKey();

let folder: string;
let database: TestDatabase;
let story: Story;
let scanHash: string;

interface Place {
  db: Db;
  dataFolder: string;
  filesFolder: string;
}

function placeOf(db: Db, name: string): Place {
  const dataFolder = join(folder, name);
  const filesFolder = join(dataFolder, 'files');
  mkdirSync(filesFolder, { recursive: true });
  return { db, dataFolder, filesFolder };
}

const source = () => ({ ...placeOf(database.db, 'data'), appVersion: '1.2.3' });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ro-viec-backup-test-'));
  database = await openTestDatabase();
  story = await tellStory(database.db);
  const { hoa } = story.actors;
  await inTransaction(database.db, (trx) =>
    recordLegalBases(
      trx,
      hoa,
      Array.from({ length: 200 }, (_, at) => ({
        ...{ key: `nd-${at}-2025`, numberSign: `${at}/2025/NĐ-CP`, kind: 'nghi-dinh', issuer: 'Chính phủ' },
        ...{ title: `Về việc thứ ${at} “đặc biệt”`, signedOn: null, inForceFrom: null, inForceUntil: null },
        ...{ status: 'in-force' as const, replacedBy: null, note: '', checkedOn: null },
      })),
      now,
    ),
  );
  scanHash = await putFile(source().filesFolder, scan);
  await inTransaction(database.db, async (trx) => {
    const about = { sha256: scanHash, size: scan.length, mediaType: 'application/pdf', name: 'qd.pdf' };
    const id = await addFile(trx, hoa, { ...about, objectType: 'release', objectId: '' }, now);
    await record(trx, hoa, { action: 'file.stored', object: { type: 'file', id }, now });
  });
  await anchor(source().dataFolder);
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function anchor(dataFolder: string) {
  return anchorJournal(database.db, { dataFolder, signingKey, origin: 'test' }, now);
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isRefused(error)) return error.code;
    throw error;
  }
  return 'not refused';
}

async function backedUp(name = 'backup'): Promise<string> {
  const file = join(folder, name);
  await makeBackup(source(), file, now);
  return file;
}

test('the record goes into one file, from it into a new database and back, and stays the same', async () => {
  const before = await canonicalExport(database.db);
  const file = await backedUp();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);

  const sqlite = placeOf(await openDatabase(join(folder, 'second.sqlite')), 'second');
  const outcome = await restoreBackup(sqlite, file, now);
  expect(outcome).toMatchObject({ files: 1, madeAt: now });
  expect(await canonicalExport(sqlite.db)).toEqual(before);
  expect(readFileSync(pathInStore(sqlite.filesFolder, scanHash))).toEqual(scan);
  expect((await readHeads(headFile(sqlite.dataFolder))).heads).toHaveLength(1);
  const { results } = await searchDocuments(sqlite.db, story.actors.ngoc, 'việc thứ 17', {
    on: '2026-05-02',
  });
  expect(results[0]?.code).toBe('17/2025/NĐ-CP');

  const again = join(folder, 'again');
  await makeBackup({ ...sqlite, appVersion: '1.2.3' }, again, now);
  await sqlite.db.destroy();
  const third = await openTestDatabase();
  const back = placeOf(third.db, 'third');
  await restoreBackup(back, again, now);
  expect((await canonicalExport(third.db)).hash).toBe(before.hash);
  // The restored record goes on.
  await inTransaction(third.db, (trx) =>
    record(trx, story.actors.hoa, {
      action: 'agency.changed',
      object: { type: 'agency', id: story.agencyId },
      now: '2026-05-03T02:00:00.000Z',
    }),
  );
  const heads = await readHeads(headFile(back.dataFolder));
  const verified = await verifyJournal(third.db, { ...heads, readFile: async () => scan });
  expect(verified).toMatchObject({ ok: true, notAnchored: 1 });
  await third.close();
});

test('sessions, invitations and sign-in attempts stay behind', async () => {
  const { db } = database;
  const secret = 'canary-token';
  await inTransaction(db, async (trx) => {
    const invitation = { token_hash: secret, agency_id: story.agencyId, purpose: 'first-admin' };
    await trx
      .insertInto('invitation')
      .values({ ...invitation, account_id: null, created_at: now, expires_at: now, used_at: null })
      .execute();
    await trx
      .insertInto('sign_in_attempt')
      .values({ id: newId(), login_folded: secret, address: '::1', at: now, succeeded: 0 })
      .execute();
  });
  const file = await backedUp();
  expect(readFileSync(file).includes(secret)).toBe(false);
  const opened = await openBackup(file, now);
  expect(await opened.db.selectFrom('invitation').selectAll().execute()).toEqual([]);
  expect(await opened.db.selectFrom('touched').selectAll().execute()).toEqual([]);
  await opened.close();
});

test('a file that is damaged by one byte, cut short, missing or no backup is refused', async () => {
  const file = await backedUp();
  const bytes = readFileSync(file);
  const spoiled = join(folder, 'spoiled');
  const places = Array.from({ length: 24 }, (_, at) => Math.floor((at * (bytes.length - 1)) / 23));
  for (const at of places) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    writeFileSync(spoiled, copy);
    expect(await refusalOf(openBackup(spoiled, now)), String(at)).toMatch(
      /^backup\.refusal\.(changed|not-a-backup)$/,
    );
  }
  writeFileSync(spoiled, bytes.subarray(0, bytes.length - 5000));
  expect(await refusalOf(openBackup(spoiled, now))).toBe('backup.refusal.not-a-backup');
  writeFileSync(spoiled, 'không phải');
  expect(await refusalOf(openBackup(spoiled, now))).toBe('backup.refusal.not-a-backup');
  expect(await refusalOf(openBackup(join(folder, 'nowhere'), now))).toBe('backup.refusal.no-file');
  expect(await refusalOf(makeBackup(source(), file, now))).toBe('backup.refusal.exists');
});

test('nothing is restored over data, nor a record older than the heads that are there', async () => {
  const file = await backedUp();
  expect(await refusalOf(restoreBackup(source(), file, now))).toBe('backup.refusal.not-empty');

  await inTransaction(database.db, (trx) =>
    record(trx, story.actors.hoa, {
      action: 'agency.changed',
      object: { type: 'agency', id: story.agencyId },
      now,
    }),
  );
  const kept = placeOf(await openDatabase(join(folder, 'kept.sqlite')), 'kept');
  await anchor(kept.dataFolder);
  expect(await refusalOf(restoreBackup(kept, file, now))).toBe('backup.refusal.older');
  expect(await refusalOf(restoreBackup(kept, await backedUp('newer'), now))).toBe('not refused');
  await kept.db.destroy();
});

test('a stored file that is gone, or a row changed outside the system, is not backed up in silence', async () => {
  rmSync(pathInStore(source().filesFolder, scanHash));
  expect(await refusalOf(makeBackup(source(), join(folder, 'one'), now))).toBe('backup.refusal.file-missing');
  await putFile(source().filesFolder, scan);
  await database.db.updateTable('legal_basis').set({ title: 'x' }).where('key', '=', 'nd-7-2025').execute();
  expect(await refusalOf(makeBackup(source(), join(folder, 'two'), now))).toBe('backup.refusal.fault');
  expect(readdirSync(folder).sort()).toEqual(['data']);
});

test('a backup ends while another process writes without pause', async () => {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./busy-writer.ts', import.meta.url)), database.url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await once(writer.stdout, 'data');
    await backedUp('while-busy');
    expect(writer.exitCode).toBeNull();
    const first = await countIn('while-busy');
    await backedUp('later');
    expect(await countIn('later')).toBeGreaterThan(first);
  } finally {
    writer.kill('SIGKILL');
    await once(writer, 'exit');
  }
});

async function countIn(name: string): Promise<number> {
  const opened = await openBackup(join(folder, name), now);
  const { count } = await opened.db
    .selectFrom('operation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await opened.close();
  return Number(count);
}
