import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { isRefused, Refused } from '#app/http/errors.ts';
import { backupTables, tableOf } from '#db/backup-tables.ts';
import { openDatabase } from '#db/connection.ts';
import { insertRows } from '#db/copy-rows.ts';
import { migrations } from '#db/migrations/all.ts';
import { migrate } from '#db/migrator.ts';
import type { Db, Instant } from '#db/schema.ts';
import { addOwnTables } from '../backup/making.server.ts';
import { checked } from '../backup/opened-backup.server.ts';
import { type RestoreOutcome, type RestoreTarget, takeRecord } from '../backup/restoring.server.ts';
import { dataName, fileName, headsName } from './archive.ts';
import { type OpenedArchive, openArchive } from './archive-reading.server.ts';

/**
 * Brings an archive of everything into an empty place. It first becomes a copy of the record like that of a backup, in a
 * folder of its own, and goes through the same checks: nothing is written before it was found whole and sound.
 */
export async function importEverything(
  target: RestoreTarget,
  file: string,
  now: Instant,
): Promise<RestoreOutcome> {
  const archive = await openArchive(file);
  const folder = await mkdtemp(join(tmpdir(), 'ro-viec-import-'));
  try {
    const { schema, passwords } = archive.manifest;
    if (schema > (migrations.at(-1)?.version ?? 0)) throw new Refused('exchange.refusal.newer', { file });
    if (passwords === 'left-out') throw new Refused('exchange.refusal.read-only', { file });
    const copy = await openDatabase(join(folder, 'record.sqlite'));
    try {
      await fillCopy(copy, archive, file, now);
      const sound = await checked(copy, file, now);
      return await takeRecord(target, { ...sound, close: async () => undefined }, file, now);
    } finally {
      await copy.destroy();
    }
  } finally {
    archive.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillCopy(copy: Db, archive: OpenedArchive, file: string, now: Instant): Promise<void> {
  const { schema, journal } = archive.manifest;
  await migrate(copy, now, { migrations: migrations.filter((one) => one.version <= schema) });
  await addOwnTables(copy);
  try {
    await copy.transaction().execute(async (trx) => {
      // Rows come by their keys; whether they fit together is asked when all are there.
      await sql`pragma defer_foreign_keys = on`.execute(trx);
      for (const name of backupTables) await takeTable(trx, archive, name);
      await sql`delete from touched`.execute(trx);
      for await (const line of linesIn(archive, headsName))
        await sql`insert into backup_head (line) values (${line})`.execute(trx);
      for (const { path, sha256 } of archive.manifest.entries) {
        if (path !== fileName(sha256)) continue;
        await sql`insert into backup_file (sha256, content) values (${sha256}, ${await whole(archive, path)})`.execute(
          trx,
        );
      }
      const stated = { 'journal-size': journal.size, 'journal-hash': journal.hash, 'made-at': journal.at };
      for (const [name, value] of Object.entries(stated))
        await sql`insert into backup_manifest (name, value) values (${name}, ${String(value)})`.execute(trx);
    });
  } catch (error) {
    if (isRefused(error)) throw error;
    // Rows that the tables do not take: made by hand, whatever the hashes say.
    throw new Refused('exchange.refusal.unfit', { file });
  }
}

const batch = 300;

async function takeTable(trx: Db, archive: OpenedArchive, name: string): Promise<void> {
  if (!archive.has(dataName(name))) return;
  const table = await tableOf(trx, name);
  const columns = new Set(table.columns);
  let rows: Record<string, unknown>[] = [];
  for await (const line of linesIn(archive, dataName(name))) {
    const row = rowOf(line);
    if (name === 'revision') {
      row.source = (await whole(archive, String(row.source_file))).toString('utf8');
      delete row.source_file;
    }
    const foreign = Object.keys(row).find((column) => !columns.has(column));
    if (foreign) throw new Error(`${name} has no ${foreign}`);
    rows.push(row);
    if (rows.length < batch) continue;
    await insertRows(trx, table, rows);
    rows = [];
  }
  if (rows.length > 0) await insertRows(trx, table, rows);
}

function rowOf(line: string): Record<string, unknown> {
  const row: unknown = JSON.parse(line);
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new Error('A line that is no row.');
  for (const value of Object.values(row))
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error('A value that no column holds.');
  return { ...row };
}

async function* linesIn(archive: OpenedArchive, path: string): AsyncGenerator<string> {
  if (!archive.has(path)) return;
  const lines = createInterface({ input: await archive.read(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (line !== '') yield line;
}

async function whole(archive: OpenedArchive, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.read(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
