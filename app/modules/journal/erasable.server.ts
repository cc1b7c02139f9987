import type { Db } from '#db/schema.ts';
import { commitmentTo } from './entry.ts';
import type { Fault } from './fault.ts';

const batch = 500;

/**
 * What was filled in lies beside the record and may be erased, but only by a disposal that was decided and has its
 * minute. Content that is there must be what its version commits to; content that is gone must have that minute.
 */
export async function checkErasable(db: Db): Promise<Fault[]> {
  const disposed = await disposedRecords(db);
  const faults: Fault[] = [];
  const known = new Set<string>();
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('filled_record_version as version')
      .innerJoin('filled_record as of', 'of.id', 'version.filled_record_id')
      .leftJoin('record_content as content', 'content.id', 'version.id')
      .select(['version.id', 'version.filled_record_id', 'version.version', 'version.content_commitment'])
      .select(['of.number', 'content.salt', 'content.content'])
      .where('version.id', '>', after)
      .orderBy('version.id')
      .limit(batch)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      known.add(row.id);
      faults.push(...faultsOf(row, disposed.has(row.filled_record_id)));
      after = row.id;
    }
  }
  return [...faults, ...(await strangers(db, known))];
}

interface Kept {
  id: string;
  number: string;
  version: number;
  content_commitment: string;
  salt: string | null;
  content: string | null;
}

function faultsOf(row: Kept, isDisposed: boolean): Fault[] {
  const object = `record_content ${row.id}`;
  const name = `version ${row.version} of record ${row.number}`;
  if (row.content === null || row.salt === null) {
    if (isDisposed) return [];
    return [
      { kind: 'record-erased', object, message: `The content of ${name} was erased without a decision.` },
    ];
  }
  if (isDisposed) {
    return [
      {
        kind: 'record-content-changed',
        object,
        message: `The content of ${name} is there after its disposal.`,
      },
    ];
  }
  return commitmentTo(row.salt, row.content) === row.content_commitment
    ? []
    : [{ kind: 'record-content-changed', object, message: `The content of ${name} was changed.` }];
}

/** Records whose disposal was agreed and carried out. */
async function disposedRecords(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('disposal_item as item')
    .innerJoin('disposal_decision as decision', 'decision.disposal_id', 'item.disposal_id')
    .innerJoin('disposal_minute as minute', 'minute.disposal_id', 'item.disposal_id')
    .select('item.filled_record_id')
    .where('decision.agreed', '=', 1)
    .execute();
  return new Set(rows.map((row) => row.filled_record_id));
}

async function strangers(db: Db, known: ReadonlySet<string>): Promise<Fault[]> {
  const rows = await db.selectFrom('record_content').select('id').orderBy('id').execute();
  return rows
    .filter((row) => !known.has(row.id))
    .map(({ id }) => ({
      kind: 'record-content-changed' as const,
      object: `record_content ${id}`,
      message: `record_content ${id} belongs to no record.`,
    }));
}
