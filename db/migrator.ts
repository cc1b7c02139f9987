import { sql } from 'kysely';
import { dialectOf } from './dialects/dialect.ts';
import { migrations as released } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { Db, Instant } from './schema.ts';

export interface MigrationOutcome {
  from: number;
  to: number;
  applied: string[];
}

/** Version of the schema in the database; 0 for an empty one. */
export async function schemaVersion(db: Db): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_version')) return 0;
  const row = await db
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/**
 * Brings the schema up to date, each migration with its version row in one transaction (reliability F5).
 * `snapshot` is called before the first change of a database that holds data.
 * @throws when the database is newer than this program.
 */
export async function migrate(
  db: Db,
  now: Instant,
  options: { migrations?: readonly Migration[]; snapshot?: (version: number) => Promise<void> } = {},
): Promise<MigrationOutcome> {
  const list = options.migrations ?? released;
  const dialect = dialectOf(db);
  const from = await schemaVersion(db);
  const last = list.at(-1)?.version ?? 0;
  if (from > last) {
    throw new Error(`The database has schema ${from}, this program knows ${last}: start the newer program.`);
  }
  const missing = list.filter((migration) => migration.version > from);
  if (from > 0 && missing.length > 0) await options.snapshot?.(from);
  for (const migration of missing) {
    await db.transaction().execute(async (trx) => {
      await dialect.becomeOnlyWriter(trx);
      if (migration.version === 1) {
        await sql`create table schema_version (version integer primary key, name varchar(100) not null, applied_at varchar(40) not null)`.execute(
          trx,
        );
      }
      for (const statement of dialect.statementsOf(migration)) await sql.raw(statement).execute(trx);
      await trx
        .insertInto('schema_version')
        .values({ version: migration.version, name: migration.name, applied_at: now })
        .execute();
      await dialect.assertForeignKeys(trx);
    });
  }
  return { from, to: last, applied: missing.map((migration) => migration.name) };
}
