import { sql } from 'kysely';
import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import type { Db } from '#db/schema.ts';

/** A session notes that it was used; that is no change of anything else. */
const restless = new Set(['session', 'touched']);

/** A hash of the whole content of each table, so that a test can say which one changed. */
export async function tablesNow(db: Db): Promise<Record<string, string>> {
  const tables = await db.introspection.getTables();
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    if (restless.has(name) || name.startsWith('search_index')) continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    hashes[name] = sha256(rows.map(canonical).sort().join('\n'));
  }
  return hashes;
}
