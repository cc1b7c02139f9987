import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { type DatabaseDialect, rememberDialect } from './dialects/dialect.ts';
import { openPostgres, postgresDialect } from './dialects/postgres.ts';
import { openSqlite, sqliteDialect } from './dialects/sqlite.ts';
import type { Database, Db } from './schema.ts';

export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/**
 * Opens the one database of the installation: a `postgres://…` URL or the path of an SQLite file.
 * @throws when the database does not keep what it acknowledged (settings read back).
 */
export async function openDatabase(url: string): Promise<Db> {
  const dialect: DatabaseDialect = isPostgresUrl(url) ? postgresDialect : sqliteDialect;
  const db = new Kysely<Database>({
    dialect: isPostgresUrl(url) ? openPostgres(url).dialect : openFile(url),
  });
  rememberDialect(db, dialect);
  try {
    await dialect.assertDurable(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** A new file belongs to its owner alone; SQLite gives its log the same rights. */
function openFile(path: string) {
  if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const usual = process.umask(0o077);
  try {
    return openSqlite(path).dialect;
  } finally {
    process.umask(usual);
  }
}
