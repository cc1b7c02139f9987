import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { migrate } from '#db/migrator.ts';
import type { Db } from '#db/schema.ts';

export type TestDialect = 'sqlite' | 'postgres';

/** The database that this run of the file is for; the same tests run on both. */
export function testDialect(): TestDialect {
  const name = process.env.QMS_TEST_DIALECT;
  if (name === 'sqlite' || name === 'postgres') return name;
  throw new Error('Name the file *.db.test.ts: it then runs once on each database.');
}

export interface TestDatabase {
  db: Db;
  /** What `openDatabase` takes: a second process or connection opens the same database with it. */
  url: string;
  close(): Promise<void>;
}

const migratedAt = '2026-01-01T00:00:00.000Z';

async function withServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.toString();
}

let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  if (testDialect() === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'ro-viec-template-')), 'template.sqlite');
    const db = await openDatabase(file);
    await migrate(db, migratedAt);
    await db.destroy();
    return file;
  }
  const name = `template_${randomBytes(6).toString('hex')}`;
  await withServer((client) => client.query(`create database ${name}`));
  const db = await openDatabase(databaseUrl(name));
  await migrate(db, migratedAt);
  await db.destroy();
  return name;
}

/** A fresh migrated database: a copied file, or a PostgreSQL database made from a template. */
export async function openTestDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate();
  const from = await template;
  if (testDialect() === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'ro-viec-test-'));
    const file = join(folder, 'qms.sqlite');
    copyFileSync(from, file);
    const db = await openDatabase(file);
    return {
      db,
      url: file,
      close: async () => {
        await db.destroy();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withServer((client) => client.query(`create database ${name} template ${from}`));
  const db = await openDatabase(databaseUrl(name));
  return {
    db,
    url: databaseUrl(name),
    close: async () => {
      await db.destroy();
      await withServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A database of its own without any table. */
export async function openEmptyDatabase(): Promise<{ db: Db; close(): Promise<void> }> {
  if (testDialect() === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'ro-viec-empty-'));
    const db = await openDatabase(join(folder, 'empty.sqlite'));
    return {
      db,
      close: async () => {
        await db.destroy();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  // The template's tables are dropped with their schema.
  const other = await openTestDatabase();
  await sql`drop schema public cascade`.execute(other.db);
  await sql`create schema public`.execute(other.db);
  return other;
}
