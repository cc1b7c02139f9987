import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { sql } from 'kysely';
import { Refused } from '#app/http/errors.ts';
import { backupTables, tableOf } from '#db/backup-tables.ts';
import { openDatabase } from '#db/connection.ts';
import { copyRows } from '#db/copy-rows.ts';
import { dialectOf } from '#db/dialects/dialect.ts';
import { migrate } from '#db/migrator.ts';
import type { Db, Instant } from '#db/schema.ts';
import { getFile } from '../files/file-store.server.ts';
import { headFile } from '../journal/heads.server.ts';
import { seal, syncFolderOf } from './backup-file.server.ts';
import { openBackup } from './opened-backup.server.ts';

export interface BackupOutcome {
  file: string;
  bytes: number;
  rows: number;
  files: number;
  journalSize: number;
  journalHash: string;
  madeAt: Instant;
}

/** What is backed up: the database of either kind, and the data folder beside it. */
export interface BackupSource {
  db: Db;
  dataFolder: string;
  filesFolder: string;
  appVersion: string;
}

/**
 * The whole record in one new file, alike from either database, as it stood at one instant while others go on writing:
 * rows, stored files, heads of the journal; without sessions, invitations and sign-in attempts. It stands under its
 * name only after it was read back and found sound.
 */
export async function makeBackup(source: BackupSource, file: string, now: Instant): Promise<BackupOutcome> {
  if (await stat(file).catch(() => null)) throw new Refused('backup.refusal.exists', { file });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    await (await open(temporary, 'wx', 0o600)).close();
    const counts = await writeCopy(source, temporary, now);
    await seal(temporary);
    const opened = await openBackup(temporary, now);
    await opened.close();
    await rename(temporary, file);
    await syncFolderOf(file);
    const { size } = await stat(file);
    const { journalSize, journalHash } = opened.manifest;
    return { file, bytes: size, ...counts, journalSize, journalHash, madeAt: now };
  } finally {
    for (const ending of ['', '-wal', '-shm']) await rm(`${temporary}${ending}`, { force: true });
  }
}

/**
 * The record at one instant as an SQLite file, from either database. The backup seals it; the export of everything
 * writes it out for people.
 */
export async function writeCopy(source: BackupSource, file: string, now: Instant) {
  // Before the rows: a head signed meanwhile would speak of entries that the copy does not hold.
  const heads = (await readFile(headFile(source.dataFolder), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean);
  const copy = await openDatabase(file);
  try {
    await migrate(copy, now);
    await addOwnTables(copy);
    const counts = await dialectOf(source.db).readAtOneInstant(source.db, (snapshot) =>
      copy.transaction().execute(async (trx) => {
        let rows = 0;
        for (const name of backupTables) rows += await copyRows(snapshot, trx, await tableOf(trx, name));
        await sql`delete from touched`.execute(trx);
        for (const line of heads) await sql`insert into backup_head (line) values (${line})`.execute(trx);
        const files = await copyFiles(trx, source.filesFolder);
        await writeManifest(trx, source, { rows, files }, now);
        return { rows, files };
      }),
    );
    await sql`pragma wal_checkpoint(truncate)`.execute(copy);
    await sql`pragma journal_mode = delete`.execute(copy);
    return counts;
  } finally {
    await copy.destroy();
  }
}

/** What a copy of the record holds beside the tables of the office. */
export async function addOwnTables(copy: Db): Promise<void> {
  for (const statement of ownTables) await sql.raw(statement).execute(copy);
}

const ownTables = [
  'create table backup_manifest (name text primary key, value text not null)',
  'create table backup_head (line text not null)',
  'create table backup_file (sha256 text primary key, content blob not null)',
];

async function copyFiles(trx: Db, folder: string): Promise<number> {
  const stored = await trx.selectFrom('file').select('sha256').distinct().orderBy('sha256').execute();
  for (const { sha256 } of stored) {
    const content = await getFile(folder, sha256);
    if (!content) throw new Refused('backup.refusal.file-missing', { sha256 });
    await sql`insert into backup_file (sha256, content) values (${sha256}, ${content})`.execute(trx);
  }
  return stored.length;
}

async function writeManifest(
  trx: Db,
  source: BackupSource,
  counts: { rows: number; files: number },
  now: Instant,
): Promise<void> {
  const last = await trx
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const stated = {
    'app-version': source.appVersion,
    'made-at': now,
    'journal-size': String(last?.seq ?? 0),
    'journal-hash': last?.hash ?? '',
    rows: String(counts.rows),
    files: String(counts.files),
  };
  for (const [name, value] of Object.entries(stated)) {
    await sql`insert into backup_manifest (name, value) values (${name}, ${value})`.execute(trx);
  }
}
