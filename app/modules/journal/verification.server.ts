import { sql } from 'kysely';
import { evidenceTables } from '#db/migrations/all.ts';
import type { Db } from '#db/schema.ts';
import { canonical, sha256 } from './canonical.ts';
import { type BoundRow, commitmentTo, contentHash, entryHash, genesis } from './entry.ts';
import { checkErasable } from './erasable.server.ts';
import type { Fault, FaultKind } from './fault.ts';
import { type Head, isSignatureGood } from './head.ts';

export interface Verification {
  entries: number;
  ok: boolean;
  faults: Fault[];
  /** Entries written after the last head: intact among themselves, but no head outside proves them yet. */
  notAnchored: number;
}

export interface OutsideEvidence {
  heads: readonly Head[];
  /** Lines of the head file that are no heads. */
  badLines?: readonly number[];
  /** Content of a stored file, or null when it is not there. */
  readFile(sha256: string): Promise<Uint8Array | null>;
}

const batch = 500;

function say(kind: FaultKind, object: string, message: string): Fault {
  return { kind, object, message };
}

interface Walk {
  entries: number;
  hashes: Map<number, string>;
  latestRow: Map<string, { seq: number; hash: string }>;
  faults: Fault[];
}

async function rowsOf(db: Db, seqs: number[]): Promise<Map<number, BoundRow[]>> {
  const rows = await db
    .selectFrom('journal_row')
    .selectAll()
    .where('seq', 'in', seqs)
    .orderBy('seq')
    .orderBy('table_name')
    .orderBy('row_id')
    .execute();
  const bySeq = new Map<number, BoundRow[]>();
  for (const { seq, ...row } of rows) {
    const list = bySeq.get(seq) ?? [];
    list.push(row);
    bySeq.set(seq, list);
  }
  return bySeq;
}

async function payloadsOf(db: Db, seqs: number[]): Promise<Map<number, string>> {
  const rows = await db.selectFrom('journal_payload').selectAll().where('seq', 'in', seqs).execute();
  return new Map(rows.map((row) => [row.seq, commitmentTo(row.salt, row.payload)]));
}

/** Walks the chain entry by entry, remembering each hash and the last hash of every bound row. */
async function walkChain(db: Db): Promise<Walk> {
  const walk: Walk = { entries: 0, hashes: new Map(), latestRow: new Map(), faults: [] };
  let expected = 1;
  let prev = genesis;
  for (;;) {
    const entries = await db
      .selectFrom('journal_entry')
      .selectAll()
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(batch)
      .execute();
    if (entries.length === 0) return walk;
    const seqs = entries.map((entry) => entry.seq);
    const [rows, payloads] = [await rowsOf(db, seqs), await payloadsOf(db, seqs)];
    for (const entry of entries) {
      const name = `entry ${entry.seq}`;
      for (; expected < entry.seq; expected++) {
        walk.faults.push(say('entry-missing', `entry ${expected}`, `Journal entry ${expected} was removed.`));
      }
      const bound = rows.get(entry.seq) ?? [];
      const { hash, ...content } = entry;
      if (entryHash(content) !== hash) {
        walk.faults.push(
          say('entry-changed', name, `Journal entry ${entry.seq} does not match its own hash.`),
        );
      }
      if (entry.prev !== prev) {
        walk.faults.push(
          say('chain-broken', name, `Journal entry ${entry.seq} does not follow the entry before it.`),
        );
      }
      if (contentHash(bound) !== entry.content_hash) {
        walk.faults.push(
          say('entry-rows-changed', name, `The rows bound by entry ${entry.seq} were changed.`),
        );
      }
      if (payloads.get(entry.seq) !== entry.payload_commitment) {
        walk.faults.push(
          say('entry-payload-changed', name, `The details of entry ${entry.seq} were changed or removed.`),
        );
      }
      for (const row of bound) {
        walk.latestRow.set(`${row.table_name} ${row.row_id}`, { seq: entry.seq, hash: row.hash });
      }
      walk.hashes.set(entry.seq, hash);
      walk.entries += 1;
      prev = hash;
      expected = entry.seq + 1;
    }
  }
}

/** Compares the chain with the heads that were kept outside. */
function checkHeads(walk: Walk, outside: OutsideEvidence): { faults: Fault[]; anchored: number } {
  const faults: Fault[] = (outside.badLines ?? []).map((line) =>
    say('head-unreadable', `head line ${line}`, `Line ${line} of the head file is not a head.`),
  );
  const last = Math.max(0, ...walk.hashes.keys());
  let anchored = 0;
  for (const head of [...outside.heads].sort((a, b) => a.size - b.size)) {
    const name = `head ${head.size}`;
    if (!isSignatureGood(head)) {
      faults.push(say('head-signature-bad', name, `The head of ${head.at} has a bad signature.`));
      continue;
    }
    if (head.size > last) {
      faults.push(
        say(
          'tail-cut',
          `entry ${last + 1}`,
          `Entries ${last + 1} to ${head.size} were cut off: a head of ${head.at} proves them.`,
        ),
      );
    } else if (head.size > 0 && walk.hashes.get(head.size) !== head.hash) {
      faults.push(
        say(
          'history-rewritten',
          `entry ${anchored + 1}`,
          `Entries ${anchored + 1} to ${head.size} are not those that the head of ${head.at} signed.`,
        ),
      );
    } else {
      anchored = Math.max(anchored, head.size);
    }
  }
  return { faults, anchored };
}

/** Compares every evidence row with the hash its last entry bound. */
async function checkRows(db: Db, latest: Walk['latestRow']): Promise<Fault[]> {
  const faults: Fault[] = [];
  const left = new Map(latest);
  for (const table of evidenceTables) {
    let after = '';
    for (;;) {
      const found = await sql<Record<string, unknown> & { id: string }>`
        select * from ${sql.table(table)} where id > ${after} order by id limit ${batch}`.execute(db);
      if (found.rows.length === 0) break;
      for (const row of found.rows) {
        const name = `${table} ${row.id}`;
        const bound = left.get(name);
        left.delete(name);
        if (!bound) faults.push(say('row-inserted', name, `${name} was inserted outside the system.`));
        else if (bound.hash !== sha256(canonical(row))) {
          faults.push(say('row-changed', name, `${name} differs from what entry ${bound.seq} recorded.`));
        }
        if (table === 'revision' && sha256(String(row.source)) !== row.source_sha256) {
          faults.push(say('text-changed', name, `The text of ${name} does not match its hash.`));
        }
        after = row.id;
      }
    }
  }
  for (const [name, bound] of left) {
    faults.push(say('row-removed', name, `${name}, recorded by entry ${bound.seq}, is gone.`));
  }
  return faults;
}

async function checkContent(db: Db, outside: OutsideEvidence): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { sha256: key, html } of await db
    .selectFrom('page')
    .select(['sha256', 'html'])
    .orderBy('sha256')
    .execute()) {
    if (sha256(html) !== key)
      faults.push(say('page-changed', `page ${key}`, `The stored page ${key} was changed.`));
  }
  const used = await db
    .selectFrom('revision')
    .leftJoin('page', 'page.sha256', 'revision.page_sha256')
    .select(['revision.id', 'revision.page_sha256', 'page.sha256 as found'])
    .where('revision.page_sha256', 'is not', null)
    .execute();
  for (const row of used) {
    if (!row.found)
      faults.push(say('page-changed', `revision ${row.id}`, `The page of revision ${row.id} is gone.`));
  }
  for (const file of await db.selectFrom('file').select(['sha256', 'name']).orderBy('id').execute()) {
    const content = await outside.readFile(file.sha256);
    const name = `file ${file.sha256}`;
    if (!content) faults.push(say('file-missing', name, `The file ${file.sha256} is gone.`));
    else if (sha256(content) !== file.sha256) {
      faults.push(say('file-changed', name, `The file ${file.sha256} does not match its hash.`));
    }
  }
  return faults;
}

/** Checks the whole quality record against its journal, and the journal against the heads kept outside. */
export async function verifyJournal(db: Db, outside: OutsideEvidence): Promise<Verification> {
  const walk = await walkChain(db);
  const heads = checkHeads(walk, outside);
  const faults = [
    ...walk.faults,
    ...heads.faults,
    ...(await checkRows(db, walk.latestRow)),
    ...(await checkContent(db, outside)),
    ...(await checkErasable(db)),
  ];
  const last = Math.max(0, ...walk.hashes.keys());
  return { entries: walk.entries, ok: faults.length === 0, faults, notAnchored: last - heads.anchored };
}
