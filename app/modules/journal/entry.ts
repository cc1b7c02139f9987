import type { Instant } from '#db/schema.ts';
import { canonical, sha256 } from './canonical.ts';

/** Hash before the first entry. */
export const genesis = '0'.repeat(64);

/** What the chain covers; field names are the columns of `journal_entry`. */
export interface ChainedEntry {
  seq: number;
  recorded_at: Instant;
  occurred_at: Instant | null;
  agency_id: string;
  actor_id: string;
  actor_name: string;
  role: string;
  session_hash: string | null;
  action: string;
  object_type: string;
  object_id: string;
  object_version: string | null;
  content_hash: string;
  reason: string | null;
  payload_commitment: string;
  prev: string;
}

export interface BoundRow {
  table_name: string;
  row_id: string;
  hash: string;
}

/** Commits to every row that the act left behind, in order of table and id. */
export function contentHash(rows: readonly BoundRow[]): string {
  return sha256(canonical(rows.map((row) => [row.table_name, row.row_id, row.hash])));
}

export function commitmentTo(salt: string, payload: string): string {
  return sha256(`${salt}|${payload}`);
}

/** Hash of an entry, with a version tag so that a later format can stand beside it. */
export function entryHash(entry: ChainedEntry): string {
  const { seq, recorded_at, occurred_at, agency_id, actor_id, actor_name, role, session_hash, action } =
    entry;
  const { object_type, object_id, object_version, content_hash, reason, payload_commitment, prev } = entry;
  return sha256(
    canonical({
      v: 1,
      seq,
      recorded_at,
      occurred_at,
      agency_id,
      actor_id,
      actor_name,
      role,
      session_hash,
      action,
      object_type,
      object_id,
      object_version,
      content_hash,
      reason,
      payload_commitment,
      prev,
    }),
  );
}
