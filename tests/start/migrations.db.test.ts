import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockAt } from '#app/http/clock.ts';
import { openInstallation } from '#app/http/installation.server.ts';
import { openDatabase } from '#db/connection.ts';
import { migrations as released } from '#db/migrations/all.ts';
import type { Migration } from '#db/migrations/migration.ts';
import { migrate, schemaVersion } from '#db/migrator.ts';
import type { Db } from '#db/schema.ts';
import { openEmptyDatabase, openTestDatabase, type TestDatabase, testDialect } from '#tests/database.ts';
import { copyNewOffice } from '#tests/http/test-office.ts';

const now = '2026-03-02T01:00:00.000Z';
const last = released.at(-1)?.version ?? 0;
const noEvidence = { evidence: [], appendOnly: [] };
const stamps: Migration = {
  version: last + 1,
  name: 'stamps',
  statements: [
    'create table stamp (id text primary key, name text not null)',
    "insert into stamp values ('s1', 'dấu')",
  ],
  evidence: ['stamp'],
  appendOnly: [],
};
/** Fails at its third statement, after it has made a table and changed a row. */
const halfWay: Migration = {
  version: last + 2,
  name: 'half-way',
  statements: [
    'create table seal (id text primary key)',
    "update stamp set name = 'khác'",
    'insert into no_such_table values (1)',
  ],
  ...noEvidence,
};

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

async function tablesOf(db: Db): Promise<string[]> {
  return (await db.introspection.getTables()).map((table) => table.name).sort();
}

describe('bringing the schema up to date', () => {
  test('happens once, in order, and says what it did', async () => {
    const options = { migrations: [...released, stamps] };
    expect(await migrate(database.db, now, options)).toEqual({
      from: last,
      to: last + 1,
      applied: ['stamps'],
    });
    expect(await migrate(database.db, now, options)).toEqual({ from: last + 1, to: last + 1, applied: [] });
    expect(await schemaVersion(database.db)).toBe(last + 1);
  });

  test('a step that fails half-way leaves nothing, and the next start goes on as if it had not been tried', async () => {
    const before = await tablesOf(database.db);
    const broken = { migrations: [...released, stamps, halfWay] };
    await expect(migrate(database.db, now, broken)).rejects.toThrow(/no_such_table/);
    expect(await tablesOf(database.db)).toEqual([...before, 'stamp'].sort());
    expect(await schemaVersion(database.db)).toBe(last + 1);
    const stamp = await sql<{ name: string }>`select name from stamp`.execute(database.db);
    expect(stamp.rows).toEqual([{ name: 'dấu' }]);
    await expect(migrate(database.db, now, broken), 'again the same').rejects.toThrow(/no_such_table/);
    const mended = { ...halfWay, statements: halfWay.statements.slice(0, 2) };
    await migrate(database.db, now, { migrations: [...released, stamps, mended] });
    expect(await tablesOf(database.db)).toEqual([...before, 'seal', 'stamp'].sort());
  });

  test('fails at every statement of every released step in turn and leaves what was before', async () => {
    for (const [at, migration] of released.entries()) {
      const empty = await openEmptyDatabase();
      await migrate(empty.db, now, { migrations: released.slice(0, at) });
      const before = await tablesOf(empty.db);
      const places = [0, Math.floor(migration.statements.length / 2), migration.statements.length];
      for (const place of places) {
        const statements = [...migration.statements];
        statements.splice(place, 0, 'insert into no_such_table values (1)');
        const broken = { ...migration, statements };
        await expect(
          migrate(empty.db, now, { migrations: [...released.slice(0, at), broken] }),
        ).rejects.toThrow();
        expect(await tablesOf(empty.db), `${migration.name} at ${place}`).toEqual(before);
      }
      await migrate(empty.db, now, { migrations: released.slice(0, at + 1) });
      await empty.close();
    }
  }, 120_000);

  test('rows that point at nothing stop it', async () => {
    const orphan: Migration = {
      version: last + 1,
      name: 'orphan',
      statements: [
        'create table desk (id text primary key, unit_id text references unit (id))',
        "insert into desk values ('d1', 'no such unit')",
      ],
      ...noEvidence,
    };
    await expect(migrate(database.db, now, { migrations: [...released, orphan] })).rejects.toThrow();
    expect(await schemaVersion(database.db)).toBe(last);
    expect(await tablesOf(database.db)).not.toContain('desk');
  });

  test('a database of a newer program is left alone', async () => {
    await migrate(database.db, now, { migrations: [...released, stamps] });
    await expect(migrate(database.db, now)).rejects.toThrow(/start the newer program/);
  });

  test('a copy is asked for before the first change of a database that holds data, and for no other', async () => {
    const copies: number[] = [];
    const snapshot = async (version: number) => {
      expect(await tablesOf(database.db)).not.toContain('stamp');
      copies.push(version);
    };
    await migrate(database.db, now, { snapshot });
    expect(copies, 'nothing is missing').toEqual([]);
    await migrate(database.db, now, { migrations: [...released, stamps], snapshot });
    expect(copies).toEqual([last]);
    const empty = await openEmptyDatabase();
    await migrate(empty.db, now, { snapshot });
    await empty.close();
    expect(copies, 'an empty one').toEqual([last]);
  });
});

test('an installation that is one step behind is copied whole before it is brought up to date', async () => {
  if (testDialect() === 'postgres') return; // its copies are the office's own backups
  const folder = mkdtempSync(join(tmpdir(), 'ro-viec-snapshot-'));
  await copyNewOffice(folder);
  const databaseUrl = join(folder, 'qms.sqlite');
  const behind = await openDatabase(databaseUrl);
  const documents = await behind.selectFrom('document').select('id').execute();
  await behind.deleteFrom('schema_version').where('version', '=', last).execute();
  const made = (released.at(-1)?.statements ?? []).flatMap(
    (one) => /^create table (\w+)/.exec(one)?.[1] ?? [],
  );
  if (released.at(-1)?.fullText) made.push('search_index');
  for (const table of made) await sql`drop table ${sql.table(table)}`.execute(behind);
  await behind.destroy();
  const office = await openInstallation({ dataFolder: folder, databaseUrl, clock: clockAt(now) });
  expect(await schemaVersion(office.db)).toBe(last);
  await office.close();
  const [name = ''] = readdirSync(join(folder, 'snapshots'));
  expect(name).toMatch(new RegExp(`^schema-${last - 1}-\\d+\\.sqlite$`));
  const copyFile = join(folder, 'snapshots', name);
  expect((statSync(copyFile).mode & 0o777).toString(8)).toBe('600');
  const copy = await openDatabase(copyFile);
  expect(await copy.selectFrom('document').select('id').execute()).toEqual(documents);
  await copy.destroy();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
