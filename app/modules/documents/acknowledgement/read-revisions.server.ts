import type { Db, Trx } from '#db/schema.ts';
import type { ReadRevision } from './asking.ts';
import { partsOf } from './text-parts.ts';

/** A released revision as its readers know it, with the released one before it. */
export interface ReadingOf extends ReadRevision {
  id: string;
  documentId: string;
  field: string | null;
  baseId: string | null;
}

/** Released texts never change, so what was read of them once is kept; the oldest are forgotten first. */
const kept = new Map<string, ReadingOf>();
const mostKept = 5000;

/** Parts and duties of released revisions, by id. */
export async function readRevisions(
  db: Db | Trx,
  revisionIds: Iterable<string>,
): Promise<Map<string, ReadingOf>> {
  const found = new Map<string, ReadingOf>();
  const missing: string[] = [];
  for (const id of new Set(revisionIds)) {
    const known = kept.get(id);
    if (known) found.set(id, known);
    else missing.push(id);
  }
  for (let at = 0; at < missing.length; at += 200) {
    for (const reading of await readings(db, missing.slice(at, at + 200))) found.set(reading.id, reading);
  }
  return found;
}

async function readings(db: Db | Trx, ids: readonly string[]): Promise<ReadingOf[]> {
  const rows = await db
    .selectFrom('revision')
    .select((eb) => [
      'revision.id',
      'revision.document_id',
      'revision.field',
      'revision.source',
      'revision.state',
      eb
        .selectFrom('revision as earlier')
        .select('earlier.id')
        .whereRef('earlier.document_id', '=', 'revision.document_id')
        .whereRef('earlier.language', '=', 'revision.language')
        .whereRef('earlier.number', '<', 'revision.number')
        .where('earlier.state', '=', 'released')
        .orderBy('earlier.number', 'desc')
        .limit(1)
        .as('baseId'),
    ])
    .where('revision.id', 'in', ids)
    .execute();
  const duties = await db
    .selectFrom('duty')
    .innerJoin('step', 'step.id', 'duty.step_id')
    .select(['duty.revision_id', 'step.key', 'duty.role_key'])
    .where('duty.revision_id', 'in', ids)
    .execute();
  const rolesOf = new Map<string, Map<string, Set<string>>>();
  for (const { revision_id, key, role_key } of duties) {
    const steps = rolesOf.get(revision_id) ?? new Map<string, Set<string>>();
    rolesOf.set(revision_id, steps.set(key, (steps.get(key) ?? new Set()).add(role_key)));
  }
  return rows.map((row) => {
    const reading: ReadingOf = {
      id: row.id,
      documentId: row.document_id,
      field: row.field,
      baseId: row.baseId,
      parts: partsOf(row.source),
      duties: rolesOf.get(row.id) ?? new Map(),
    };
    // What a transaction sees may still be taken back.
    if (row.state === 'released' && !db.isTransaction) keep(reading);
    return reading;
  });
}

function keep(reading: ReadingOf): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(reading.id, reading);
}
