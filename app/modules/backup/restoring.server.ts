import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refused } from '#app/http/errors.ts';
import { backupTables, tableOf } from '#db/backup-tables.ts';
import { copyRows } from '#db/copy-rows.ts';
import { dialectOf } from '#db/dialects/dialect.ts';
import { migrate, schemaVersion } from '#db/migrator.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { getFile, putFile } from '../files/file-store.server.ts';
import { headFile, readHeads } from '../journal/heads.server.ts';
import { verifyJournal } from '../journal/verification.server.ts';
import { type OpenedBackup, openBackup } from './opened-backup.server.ts';

export interface RestoreTarget {
  db: Db;
  dataFolder: string;
  filesFolder: string;
}

export interface RestoreOutcome {
  file: string;
  rows: number;
  files: number;
  journalSize: number;
  madeAt: Instant;
}

/**
 * Brings a backup into an empty database of either kind and the data folder beside it. Nothing is written before the
 * backup was found sound and the target empty; rows come in all together or not at all.
 */
export async function restoreBackup(
  target: RestoreTarget,
  file: string,
  now: Instant,
): Promise<RestoreOutcome> {
  const backup = await openBackup(file, now);
  try {
    return await takeRecord(target, backup, file, now);
  } finally {
    await backup.close();
  }
}

/** Brings a record that was found sound into an empty place. */
export async function takeRecord(
  target: RestoreTarget,
  backup: OpenedBackup,
  file: string,
  now: Instant,
): Promise<RestoreOutcome> {
  await refuseUnlessEmpty(target.db);
  await refuseOlderThanHeads(target, backup);
  for (const sha256 of backup.files) {
    const content = await backup.readFile(sha256);
    if (content) await putFile(target.filesFolder, content);
  }
  await migrate(target.db, now);
  const rows = await inTransaction(target.db, (trx) => takeRows(trx, backup));
  await keepHeads(target, backup);
  const heads = await readHeads(headFile(target.dataFolder));
  const readFile = (sha256: string) => getFile(target.filesFolder, sha256);
  const [fault] = (await verifyJournal(target.db, { ...heads, readFile })).faults;
  if (fault) throw new Refused('backup.refusal.fault', { fault: fault.message });
  const { journalSize, madeAt } = backup.manifest;
  return { file, rows, files: backup.files.length, journalSize, madeAt };
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  if ((await schemaVersion(db)) === 0) {
    const tables = await db.introspection.getTables();
    if (tables.length > 0) throw new Refused('backup.refusal.not-empty');
    return;
  }
  const someone = await db.selectFrom('agency').select('id').limit(1).executeTakeFirst();
  if (someone) throw new Refused('backup.refusal.not-empty');
}

/** Heads that outlived their database prove what the journal was: an older backup would hide the end of it. */
async function refuseOlderThanHeads({ dataFolder }: RestoreTarget, backup: OpenedBackup): Promise<void> {
  const { heads } = await readHeads(headFile(dataFolder));
  for (const head of heads) {
    if (head.size > backup.manifest.journalSize) {
      throw new Refused('backup.refusal.older', { backup: backup.manifest.journalSize, head: head.size });
    }
    if (head.size === 0) continue;
    const entry = await backup.db
      .selectFrom('journal_entry')
      .select('hash')
      .where('seq', '=', head.size)
      .executeTakeFirst();
    if (entry?.hash !== head.hash) throw new Refused('backup.refusal.other-record');
  }
}

async function takeRows(trx: Trx, backup: OpenedBackup): Promise<number> {
  let rows = 0;
  for (const name of backupTables) {
    rows += await copyRows(backup.db, trx, await tableOf(backup.db, name));
  }
  // The entries that bind these rows came along.
  await trx.deleteFrom('touched').execute();
  let after = 0;
  for (;;) {
    const entries = await trx
      .selectFrom('search_entry')
      .select(['id', 'folded'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute();
    const last = entries.at(-1);
    if (!last) return rows;
    await dialectOf(trx).addToIndex(trx, entries);
    after = last.id;
  }
}

/** Heads of the backup and those the folder kept, each once. */
async function keepHeads({ dataFolder }: RestoreTarget, backup: OpenedBackup): Promise<void> {
  const file = headFile(dataFolder);
  const { heads } = await readHeads(file);
  const known = new Set(heads.map((head) => head.signature));
  const missing = backup.heads.filter((line) => ![...known].some((signature) => line.includes(signature)));
  if (missing.length === 0) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(missing.map((line) => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
