import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { openDatabase } from '#db/connection.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import type { BackupSource } from '../backup/making.server.ts';
import { record } from '../journal/record.server.ts';
import { type ExportWish, exportEverything } from './exporting.server.ts';

/** Writes into the journal who takes everything out, before anything is taken. */
export async function recordExport(trx: Trx, actor: Actor, now: Instant): Promise<void> {
  authorize(actor, 'library.exchange');
  await refuseForOthers(trx, actor);
  await record(trx, actor, {
    action: 'record.exported',
    object: { type: 'agency', id: actor.agencyId },
    now,
  });
}

/** One journal binds all agencies of an installation: what is exported of it is exported of all. */
async function refuseForOthers(db: Db | Trx, actor: Actor): Promise<void> {
  const other = await db
    .selectFrom('account')
    .select('id')
    .where('agency_id', '!=', actor.agencyId)
    .limit(1)
    .executeTakeFirst();
  if (other) throw new Refused('exchange.refusal.several-agencies');
}

let running = false;

export interface HandedOut {
  bytes: number;
  stream: Readable;
}

/**
 * Everything but passwords as a stream, from a connection of its own, so that nobody waits for the copy; one at a time.
 * The file is gone when it was sent.
 */
export async function handOutEverything(
  source: Omit<BackupSource, 'db'>,
  databaseUrl: string,
  wish: Omit<ExportWish, 'passwords'>,
  now: Instant,
): Promise<HandedOut> {
  if (running) throw new Refused('exchange.refusal.running');
  running = true;
  const folder = await mkdtemp(join(tmpdir(), 'ro-viec-hand-out-'));
  const away = () => void rm(folder, { recursive: true, force: true });
  try {
    const db = await openDatabase(databaseUrl);
    try {
      const file = join(folder, 'everything.zip');
      const { bytes } = await exportEverything(
        { ...source, db },
        file,
        { ...wish, passwords: 'left-out' },
        now,
      );
      const stream = createReadStream(file);
      stream.on('close', away);
      return { bytes, stream };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    away();
    throw error;
  } finally {
    running = false;
  }
}
