import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#app/permissions/actor.ts';
import type { Instant, Trx } from '#db/schema.ts';
import type { JournalAction } from './actions.ts';
import { canonical, sha256 } from './canonical.ts';
import { type BoundRow, type ChainedEntry, commitmentTo, contentHash, entryHash, genesis } from './entry.ts';

export interface JournalEvent {
  action: JournalAction;
  /** Table of the object the act is about, and its id. */
  object: { type: string; id: string; version?: string | number };
  now: Instant;
  /** Why, where the act asks for a reason. */
  reason?: string;
  /** Declared instant where it differs from now; shown as "declared". */
  occurredAt?: Instant;
  /** Details that may be personal: kept in an erasable side table, the chain holds only a commitment. */
  payload?: Record<string, unknown>;
}

/** Hash of an evidence row as it stands; undefined when it is not there. */
export async function rowHash(trx: Trx, table: string, id: string): Promise<string | undefined> {
  const found = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} where id = ${id}`.execute(trx);
  const row = found.rows[0];
  return row && sha256(canonical(row));
}

async function bindTouchedRows(trx: Trx): Promise<BoundRow[]> {
  const touched = await trx
    .selectFrom('touched')
    .select(['table_name', 'row_id'])
    .orderBy('table_name')
    .orderBy('row_id')
    .execute();
  const rows: BoundRow[] = [];
  for (const { table_name, row_id } of touched) {
    const hash = await rowHash(trx, table_name, row_id);
    if (!hash) throw new Error(`Touched row is gone: ${table_name} ${row_id}`);
    rows.push({ table_name, row_id, hash });
  }
  if (touched.length > 0) await trx.deleteFrom('touched').execute();
  return rows;
}

/**
 * Writes the journal entry of an act, in the transaction of the act, binding the full content of every row of the
 * quality record touched since the last entry (reliability F8). The recorded instant never runs backwards.
 */
export async function record(trx: Trx, actor: Actor, event: JournalEvent): Promise<number> {
  const last = await trx
    .selectFrom('journal_entry')
    .select(['seq', 'hash', 'recorded_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = await bindTouchedRows(trx);
  const salt = randomBytes(16).toString('hex');
  const payload = canonical(event.payload ?? {});
  const recordedAt = last && last.recorded_at > event.now ? last.recorded_at : event.now;
  const entry: ChainedEntry = {
    seq: (last?.seq ?? 0) + 1,
    recorded_at: recordedAt,
    occurred_at: event.occurredAt ?? null,
    agency_id: actor.agencyId,
    actor_id: actor.officerId ?? actor.accountId ?? actor.roles[0] ?? 'citizen',
    actor_name: actor.name,
    role: actor.roles.join(' '),
    session_hash: actor.sessionHash,
    action: event.action,
    object_type: event.object.type,
    object_id: event.object.id,
    object_version: event.object.version === undefined ? null : String(event.object.version),
    content_hash: contentHash(rows),
    reason: event.reason ?? null,
    payload_commitment: commitmentTo(salt, payload),
    prev: last?.hash ?? genesis,
  };
  await trx
    .insertInto('journal_entry')
    .values({ ...entry, hash: entryHash(entry) })
    .execute();
  await trx.insertInto('journal_payload').values({ seq: entry.seq, salt, payload }).execute();
  for (let at = 0; at < rows.length; at += 200) {
    const part = rows.slice(at, at + 200).map((row) => ({ seq: entry.seq, ...row }));
    await trx.insertInto('journal_row').values(part).execute();
  }
  return entry.seq;
}
