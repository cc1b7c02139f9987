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
  /** Puts entries of `search_entry` into the engine's index, or takes them out again before they are deleted. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  addToIndex(trx: Kysely<any>, entries: readonly { id: number; folded: string }[]): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  takeFromIndex(trx: Kysely<any>, ids: readonly number[]): Promise<void>;
  /** Ids of entries that hold all the terms, newest first unless any will do. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  findEntries(db: Kysely<any>, asked: IndexQuestion): Promise<number[]>;
  /** Reads that all see the database of one instant, while others go on writing. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readAtOneInstant<T>(db: Kysely<any>, work: (db: Kysely<any>) => Promise<T>): Promise<T>;
}

export interface IndexQuestion {
  /** Terms of letters and digits, led by `@` or `=` where they are no plain words. */
  terms: readonly string[];
  /** A term that may go on. */
  prefix: string | null;
  /** Only entries older than this one. */
  before: number | null;
  limit: number;
  /** For questions like "are there any" and "all, if they are few". */
  inAnyOrder?: boolean;
}

/** The web process and the pages are bundled apart, so what one opened the other must know again: a registered symbol. */
const mark = Symbol.for('ro-viec.dialect');

export function rememberDialect(db: object, dialect: DatabaseDialect): void {
  Object.defineProperty(db, mark, { value: dialect, configurable: true });
}

/** The dialect that a handle was opened with. */
export function dialectOf(db: object): DatabaseDialect {
  const dialect: DatabaseDialect | undefined = Reflect.get(db, mark);
  if (!dialect) throw new Error('This handle was not opened by db/connection.ts');
  return dialect;
}
