import type { Kysely } from 'kysely';
import type { Migration } from '../migrations/migration.ts';

/** What differs between the two databases; nothing else may. */
export interface DatabaseDialect {
  readonly name: 'sqlite' | 'postgres';
  /** Statements that carry out a migration: tables, then the triggers of evidence and append-only tables. */
  statementsOf(migration: Migration): string[];
  /** Called first in every write transaction: after it no one else writes until the end. */
  // biome-ignore lint/suspicious/noExplicitAny: the schema at this point may be of any version
  becomeOnlyWriter(trx: Kysely<any>): Promise<void>;
  /** Throws when the database does not keep its promises of durability (reliability F1, F2). */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  assertDurable(db: Kysely<any>): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  assertForeignKeys(trx: Kysely<any>): Promise<void>;
}

/** The dialect that a connection was opened with. */
const dialects = new WeakMap<object, DatabaseDialect>();

export function rememberDialect(db: object, dialect: DatabaseDialect): void {
  dialects.set(db, dialect);
}

export function dialectOf(db: object): DatabaseDialect {
  const dialect = dialects.get(db);
  if (!dialect) throw new Error('This handle was not opened by db/connection.ts');
  return dialect;
}
