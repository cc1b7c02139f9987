import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase, testDialect } from '#tests/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

/** As a server does that is stopped and started again: every connection to the database is ended. */
async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  } finally {
    await client.end();
  }
}

test('a connection that was ended at rest ends nothing of ours, and the next question is answered', async () => {
  const ask = () => sql<{ one: number }>`select 1 as one`.execute(database.db);
  expect((await ask()).rows).toEqual([{ one: 1 }]);
  if (testDialect() === 'postgres') await endConnections(database.url);
  // The first question may still meet the ended connection; it is refused, and the next one has a new connection.
  const answer = await ask().catch(ask);
  expect(answer.rows).toEqual([{ one: 1 }]);
});
