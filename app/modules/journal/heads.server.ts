import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Instant } from '#db/schema.ts';
import { type Head, parseHeads, signHead } from './head.ts';

/** Where heads stand: one file outside the database, one signed head a line. */
export function headFile(dataFolder: string): string {
  return join(dataFolder, 'heads', 'heads.jsonl');
}

export async function readHeads(file: string): Promise<{ heads: Head[]; badLines: number[] }> {
  try {
    return parseHeads(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { heads: [], badLines: [] }; // node: fs errors
    throw error;
  }
}

/** Signs what the chain is now and appends it to the head file; does nothing when the last head says the same. */
export async function anchorJournal(
  db: Db,
  place: { dataFolder: string; signingKey: string; origin: string },
  now: Instant,
): Promise<Head | null> {
  const last = await db
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return null;
  const file = headFile(place.dataFolder);
  const { heads } = await readHeads(file);
  if (heads.at(-1)?.hash === last.hash) return null;
  const head = signHead(place.signingKey, { origin: place.origin, size: last.seq, hash: last.hash, at: now });
  await mkdir(join(place.dataFolder, 'heads'), { recursive: true, mode: 0o700 });
  await appendFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
  return head;
}
