import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Refused } from '#app/http/errors.ts';
import { openDatabase } from '#db/connection.ts';
import { migrate } from '#db/migrator.ts';
import type { Db, Instant } from '#db/schema.ts';
import { parseHeads } from '../journal/head.ts';
import { verifyJournal } from '../journal/verification.server.ts';
import { unseal } from './backup-file.server.ts';

export interface Manifest {
  appVersion: string;
  madeAt: Instant;
  journalSize: number;
  journalHash: string;
}

/** A backup that was read whole and found sound. */
export interface OpenedBackup {
  db: Db;
  manifest: Manifest;
  /** Lines of the head file. */
  heads: string[];
  /** Hashes of the stored files. */
  files: string[];
  readFile(sha256: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/**
 * Opens a copy of the backup, brought up to this program's schema, after every check: seal, pages, foreign keys, the
 * record against its journal, the journal against its heads, each file against its hash.
 * @throws Refused with the first thing that is wrong.
 */
export async function openBackup(file: string, now: Instant): Promise<OpenedBackup> {
  const folder = await mkdtemp(join(tmpdir(), 'ro-viec-backup-'));
  try {
    const copy = join(folder, 'backup.sqlite');
    await unseal(file, copy);
    const db = await openDatabase(copy);
    const close = async () => {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      return { ...(await checked(db, file, now)), close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A copy of the record, brought up to this program's schema, after every check but that of its seal. */
export async function checked(db: Db, file: string, now: Instant): Promise<Omit<OpenedBackup, 'close'>> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  if (pages.rows[0]?.integrity_check !== 'ok') throw new Refused('backup.refusal.changed', { file });
  const stated = await sql<{ name: string; value: string }>`select name, value from backup_manifest`.execute(
    db,
  );
  const about = new Map(stated.rows.map((row) => [row.name, row.value]));
  await migrate(db, now);
  const broken = await sql`pragma foreign_key_check`.execute(db);
  if (broken.rows.length > 0) throw new Refused('backup.refusal.changed', { file });
  const heads = (await sql<{ line: string }>`select line from backup_head order by rowid`.execute(db)).rows;
  const files = (await sql<{ sha256: string }>`select sha256 from backup_file order by sha256`.execute(db))
    .rows;
  const readFile = async (sha256: string) => {
    const found = await sql<{ content: Uint8Array }>`
      select content from backup_file where sha256 = ${sha256}`.execute(db);
    return found.rows[0]?.content ?? null;
  };
  const lines = heads.map((row) => row.line);
  const verified = await verifyJournal(db, { ...parseHeads(lines.join('\n')), readFile });
  const [fault] = verified.faults;
  if (fault) throw new Refused('backup.refusal.fault', { fault: fault.message });
  return {
    db,
    manifest: {
      appVersion: about.get('app-version') ?? '',
      madeAt: about.get('made-at') ?? '',
      journalSize: Number(about.get('journal-size') ?? 0),
      journalHash: about.get('journal-hash') ?? '',
    },
    heads: lines,
    files: files.map((row) => row.sha256),
    readFile,
  };
}
