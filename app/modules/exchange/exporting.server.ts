import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Refused } from '#app/http/errors.ts';
import { backupTables, type CopiedTable, tableOf } from '#db/backup-tables.ts';
import { openDatabase } from '#db/connection.ts';
import { rowsByKey } from '#db/copy-rows.ts';
import { schemaVersion } from '#db/migrator.ts';
import type { Day, Db, Instant } from '#db/schema.ts';
import { syncFolderOf } from '../backup/backup-file.server.ts';
import { type BackupSource, writeCopy } from '../backup/making.server.ts';
import { canonical } from '../journal/canonical.ts';
import {
  type ArchiveManifest,
  dataName,
  fileName,
  formatVersion,
  headsName,
  manifestName,
} from './archive.ts';
import { ArchiveWriter } from './archive-writing.server.ts';
import { metadataLine } from './document-metadata.ts';
import { readMe } from './read-me.ts';
import {
  type PrintedCopy,
  releasedFacts,
  revisionSources,
  type SourcePlaces,
} from './told-documents.server.ts';

export interface ExportOutcome {
  file: string;
  bytes: number;
  entries: number;
  journalSize: number;
  journalHash: string;
}

export interface ExportWish {
  /** Day whose revisions in force are printed. */
  day: Day;
  passwords: ArchiveManifest['passwords'];
  /** Prints the revisions in force as the copy of the record has them; none are printed without it. */
  printed?: (copy: Db, day: Day) => AsyncIterable<PrintedCopy>;
}

/**
 * The whole record in one zip that people can read: texts as MDX in folders by code, rows as JSON, files, copies of what
 * is in force, and a manifest with the hash of each. The same record gives the same bytes from either database.
 */
export async function exportEverything(
  source: BackupSource,
  file: string,
  wish: ExportWish,
  now: Instant,
): Promise<ExportOutcome> {
  if (await stat(file).catch(() => null)) throw new Refused('exchange.refusal.exists', { file });
  const folder = await mkdtemp(join(tmpdir(), 'ro-viec-export-'));
  const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const copyFile = join(folder, 'record.sqlite');
    await writeCopy(source, copyFile, now);
    const copy = await openDatabase(copyFile);
    try {
      const outcome = await writeArchive(copy, temporary, wish);
      await rename(temporary, file);
      await syncFolderOf(file);
      return { file, bytes: (await stat(file)).size, ...outcome };
    } finally {
      await copy.destroy();
    }
  } finally {
    await rm(temporary, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeArchive(copy: Db, file: string, wish: ExportWish) {
  const archive = await ArchiveWriter.create(file);
  try {
    await archive.add('README.txt', readMe);
    const places = await revisionSources(copy);
    for (const [id, path] of places) await archive.add(path, await sourceOf(copy, id));
    for (const name of [...backupTables].sort()) {
      const table = await tableOf(copy, name);
      await archive.add(dataName(name), linesOf(copy, table, places, wish.passwords));
    }
    const heads = await sql<{ line: string }>`select line from backup_head order by rowid`.execute(copy);
    await archive.add(headsName, heads.rows.map((row) => `${row.line}\n`).join(''));
    await addFiles(copy, archive);
    for await (const { path, bytes } of wish.printed?.(copy, wish.day) ?? []) await archive.add(path, bytes);
    const manifest = await manifestOf(copy, archive, places, wish);
    await archive.add(manifestName, `${JSON.stringify(manifest, null, 1)}\n`);
    await archive.finish();
    const { size, hash } = manifest.journal;
    return { entries: archive.entries.length, journalSize: size, journalHash: hash };
  } catch (error) {
    await archive.giveUp();
    throw error;
  }
}

async function sourceOf(copy: Db, revisionId: string): Promise<string> {
  const row = await copy
    .selectFrom('revision')
    .select('source')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow();
  return row.source;
}

/** Rows as canonical JSON, one a line; the text of a revision stands in a file of its own and is named. */
async function* linesOf(
  copy: Db,
  table: CopiedTable,
  places: SourcePlaces,
  passwords: ExportWish['passwords'],
): AsyncGenerator<string> {
  for await (const rows of rowsByKey(copy, table)) {
    const told = rows.map((row) => {
      if (table.name === 'revision')
        return { ...row, source: undefined, source_file: places.get(String(row.id)) };
      if (table.name === 'account' && passwords === 'left-out') return { ...row, password_hash: undefined };
      return row;
    });
    yield told.map((row) => `${canonical(row)}\n`).join('');
  }
}

async function addFiles(copy: Db, archive: ArchiveWriter): Promise<void> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from backup_file order by sha256`.execute(
    copy,
  );
  for (const { sha256 } of rows) {
    const found = await sql<{ content: Uint8Array }>`
      select content from backup_file where sha256 = ${sha256}`.execute(copy);
    const content = found.rows[0]?.content;
    if (content) await archive.add(fileName(sha256), content);
  }
}

async function manifestOf(
  copy: Db,
  archive: ArchiveWriter,
  places: SourcePlaces,
  wish: ExportWish,
): Promise<ArchiveManifest> {
  const last = await copy
    .selectFrom('journal_entry')
    .select(['seq', 'hash', 'recorded_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    program: 'Rõ Việc',
    format: formatVersion,
    schema: await schemaVersion(copy),
    inForceOn: wish.day,
    journal: { size: last?.seq ?? 0, hash: last?.hash ?? '', at: last?.recorded_at ?? '' },
    passwords: wish.passwords,
    documents: (await releasedFacts(copy, places)).map(metadataLine),
    entries: [...archive.entries],
  };
}
