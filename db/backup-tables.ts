import { sql } from 'kysely';
import { migrations } from './migrations/all.ts';
import type { Db } from './schema.ts';

/** What a backup leaves behind: who is signed in, who may still come in, and working notes of a transaction. */
const stayBehind = ['session', 'sign_in_attempt', 'invitation', 'touched', 'schema_version'];

/** Tables that travel, each after those it refers to. */
export const backupTables: readonly string[] = [
  ...new Set(
    migrations
      .flatMap((migration) => migration.statements)
      .flatMap((statement) => /^create table (\w+)/.exec(statement)?.[1] ?? []),
  ),
].filter((table) => !stayBehind.includes(table));

/** A table as its rows are copied. */
export interface CopiedTable {
  name: string;
  columns: string[];
  key: string[];
  /** Columns that refer to rows of the same table. */
  own: string[];
}

/** The shape of a table, asked of an SQLite database: the other one may hold generated columns beside it. */
export async function tableOf(sqlite: Db, name: string): Promise<CopiedTable> {
  const info = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${name}) order by cid`.execute(sqlite);
  const references = await sql<{ column: string }>`
    select "from" as "column" from pragma_foreign_key_list(${name}) where "table" = ${name}`.execute(sqlite);
  const key = info.rows.filter((row) => row.pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    name,
    columns: info.rows.map((row) => row.name),
    key: key.map((row) => row.name),
    own: references.rows.map((row) => row.column),
  };
}
