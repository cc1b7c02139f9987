import { sql } from 'kysely';
import { dialectOf, rememberDialect } from './dialects/dialect.ts';
import type { Db, Trx } from './schema.ts';

/**
 * The only way to write. Runs a command in one transaction as the only writer and refuses to commit a change of the
 * quality record that no journal entry binds (`record` empties `touched`).
 */
export async function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  const dialect = dialectOf(db);
  return db.transaction().execute(async (trx) => {
    rememberDialect(trx, dialect);
    await dialect.becomeOnlyWriter(trx);
    // What raw SQL touched outside the system is not adopted here: the verifier must find it.
    await sql`delete from touched`.execute(trx);
    const result = await work(trx);
    const left = await trx.selectFrom('touched').select(['table_name', 'row_id']).limit(3).execute();
    if (left.length > 0) {
      const rows = left.map((row) => `${row.table_name} ${row.row_id}`).join(', ');
      throw new Error(`A change of the quality record has no journal entry: ${rows}`);
    }
    return result;
  });
}
