import { sql } from 'kysely';
import type { CopiedTable } from './backup-tables.ts';
import type { Db } from './schema.ts';

type Row = Record<string, unknown>;

const batch = 500;
/** Both databases take at least this many values in one statement. */
const mostValues = 15_000;

/** Copies all rows of a table, a batch at a time, so that no table need fit into memory. Gives their number. */
export async function copyRows(from: Db, to: Db, table: CopiedTable): Promise<number> {
  let count = 0;
  const rows = table.own.length > 0 ? rowsAfterTheirOwn(from, table) : rowsByKey(from, table);
  for await (const part of rows) {
    await letOthersRun();
    await insertRows(to, table, part);
    count += part.length;
  }
  return count;
}

/** A file database answers at once: without this a long copy would hold up everybody else in the process. */
export function letOthersRun(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

function columnsOf(table: CopiedTable) {
  return sql.join(table.columns.map((column) => sql.ref(column)));
}

/** Rows of a table by its key, a batch at a time. */
export async function* rowsByKey(from: Db, table: CopiedTable): AsyncGenerator<Row[]> {
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      select ${columnsOf(table)} from ${sql.table(table.name)} ${after} order by ${key} limit ${batch}`.execute(
      from,
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = sql`where (${key}) > (${sql.join(table.key.map((column) => last[column]))})`;
  }
}

/** Rows that refer to others of their table come after them, as PostgreSQL checks each statement. */
async function* rowsAfterTheirOwn(from: Db, table: CopiedTable): AsyncGenerator<Row[]> {
  const id = table.key[0] ?? 'id';
  const wanted = sql.join([id, ...table.own].map((column) => sql.ref(column)));
  const { rows } = await sql<Row>`
    select ${wanted} from ${sql.table(table.name)} order by ${sql.ref(id)}`.execute(from);
  const left = new Map(rows.map((row) => [row[id], table.own.map((column) => row[column])]));
  while (left.size > 0) {
    const ready = [...left].filter(([, needs]) => needs.every((need) => !left.has(need))).map(([own]) => own);
    if (ready.length === 0) throw new Error(`Rows of ${table.name} refer to each other in a circle.`);
    for (let at = 0; at < ready.length; at += batch) {
      const part = await sql<Row>`
        select ${columnsOf(table)} from ${sql.table(table.name)}
        where ${sql.ref(id)} in (${sql.join(ready.slice(at, at + batch))}) order by ${sql.ref(id)}`.execute(
        from,
      );
      yield part.rows;
    }
    for (const own of ready) left.delete(own);
  }
}

/** Puts rows into a table, as many at once as both databases take. */
export async function insertRows(to: Db, table: CopiedTable, rows: readonly Row[]): Promise<void> {
  const most = Math.max(1, Math.floor(mostValues / table.columns.length));
  for (let at = 0; at < rows.length; at += most) {
    const values = rows
      .slice(at, at + most)
      .map((row) => sql`(${sql.join(table.columns.map((column) => row[column] ?? null))})`);
    await sql`insert into ${sql.table(table.name)} (${columnsOf(table)}) values ${sql.join(values)}`.execute(
      to,
    );
  }
}
