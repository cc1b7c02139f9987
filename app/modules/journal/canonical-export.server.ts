import { sql } from 'kysely';
import { evidenceTables } from '#db/migrations/all.ts';
import type { Db } from '#db/schema.ts';
import { canonical, sha256 } from './canonical.ts';

type Row = Record<string, unknown> & { id: string };

interface Named {
  table: string;
  row: Row;
}

export interface CanonicalExport {
  hash: string;
  /** `table` and canonical JSON of each evidence row, in an order that both databases share. */
  rows: string[];
}

/**
 * The whole quality record as text. `stored`: rows as they are, by table and id, to compare a record with its copy.
 * `told`: ids replaced by what their rows say and password hashes left out, so that two records agree when the same
 * acts were carried out on both, whatever ids chance gave.
 */
export async function canonicalExport(db: Db, ids: 'stored' | 'told' = 'stored'): Promise<CanonicalExport> {
  const all: Named[] = [];
  for (const table of evidenceTables) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} order by id`.execute(db);
    all.push(...rows.map((row) => ({ table, row })));
  }
  const rows =
    ids === 'stored' ? all.map(({ table, row }) => `${table} ${canonical(row)}`) : await toldRows(db, all);
  return { hash: sha256(rows.join('\n')), rows };
}

const mask = '#';
const rounds = 8;

/**
 * A row is known by its table, the journal entry that first bound it, and its content with the ids in it known the same
 * way; each round looks one reference further.
 */
async function toldRows(db: Db, all: readonly Named[]): Promise<string[]> {
  const bound = await db
    .selectFrom('journal_row')
    .select((eb) => ['table_name', 'row_id', eb.fn.min('seq').as('seq')])
    .groupBy(['table_name', 'row_id'])
    .execute();
  const first = new Map(bound.map((row) => [`${row.table_name} ${row.row_id}`, Number(row.seq)]));
  let known = new Map(all.map(({ row }) => [row.id, mask]));
  for (let round = 0; round < rounds; round += 1) {
    const next = new Map(
      all.map(({ table, row }) => [
        row.id,
        sha256(`${first.get(`${table} ${row.id}`)} ${table} ${told(row, known, mask)}`).slice(0, 16),
      ]),
    );
    const settled = new Set(next.values()).size === new Set(known.values()).size;
    known = next;
    if (settled && round > 0) break;
  }
  return all.map(({ table, row }) => `${table} ${told(row, known, known.get(row.id) ?? mask)}`).sort();
}

/** The row with its own id and every id inside its texts replaced; what was salted by chance is left out. */
function told(row: Row, known: ReadonlyMap<string, string>, own: string): string {
  const entries = Object.entries(row).map(([column, value]) => {
    if (column === 'id') return [column, own];
    if (column === 'password_hash' || column === 'content_commitment') return [column, null];
    if (typeof value !== 'string') return [column, value];
    return [column, value.replace(/[0-9a-z]{20}/g, (id) => known.get(id) ?? id)];
  });
  return canonical(Object.fromEntries(entries));
}
