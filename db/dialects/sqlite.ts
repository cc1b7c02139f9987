import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  type RawBuilder,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import type { Migration } from '../migrations/migration.ts';
import type { DatabaseDialect } from './dialect.ts';

const requiredSettings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
} as const;

/** A plain `begin` is deferred and fails at once when another connection wrote meanwhile (reliability F6). */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;
  constructor(database: SqliteDatabase.Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** Opens a file with full durability; every connection sets and reads back its settings (reliability F1, F7). */
export function openSqlite(file: string): { dialect: SqliteDialect; raw: SqliteDatabase.Database } {
  const raw = new SqliteDatabase(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('recursive_triggers = ON');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('trusted_schema = OFF');
  return { dialect: new ImmediateDialect(raw), raw };
}

function triggersOf(migration: Migration): string[] {
  const noted = migration.evidence.flatMap((table) => [
    `create trigger ${table}_noted_insert after insert on ${table} begin
       insert or ignore into touched (table_name, row_id) values ('${table}', new.id); end`,
    `create trigger ${table}_noted_update after update on ${table} begin
       insert or ignore into touched (table_name, row_id) values ('${table}', new.id); end`,
    `create trigger ${table}_kept before delete on ${table} begin
       select raise(abort, 'records are never deleted: ${table}'); end`,
  ]);
  const fixed = migration.appendOnly.flatMap((table) => [
    `create trigger ${table}_fixed before update on ${table} begin
       select raise(abort, 'append-only: ${table}'); end`,
    ...(migration.evidence.includes(table)
      ? []
      : [
          `create trigger ${table}_kept before delete on ${table} begin
             select raise(abort, 'records are never deleted: ${table}'); end`,
        ]),
  ]);
  const chain = migration.statements.some((statement) => statement.startsWith('create table journal_entry'))
    ? [
        `create trigger journal_entry_in_order before insert on journal_entry
         when new.seq <> (select coalesce(max(seq), 0) + 1 from journal_entry)
           or new.recorded_at < (select coalesce(max(recorded_at), '') from journal_entry)
         begin select raise(abort, 'journal entries come in order of number and time'); end`,
      ]
    : [];
  return [...noted, ...fixed, ...chain];
}

export const sqliteDialect: DatabaseDialect = {
  name: 'sqlite',
  statementsOf(migration) {
    const fullText = migration.fullText
      ? [
          `create virtual table search_index using fts5 (folded, content = '', contentless_delete = 1, detail = none,
            prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 tokenchars '@='")`,
        ]
      : [];
    return [...migration.statements, ...fullText, ...triggersOf(migration)];
  },
  async becomeOnlyWriter() {
    // `begin immediate` already did.
  },
  async assertDurable(db) {
    const version = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
    const [major = 0, minor = 0, patch = 0] = (version.rows[0]?.version ?? '').split('.').map(Number);
    if (major * 1_000_000 + minor * 1_000 + patch < 3_051_003) {
      throw new Error(
        'SQLite older than 3.51.3 can corrupt a database under load (WAL-reset bug); update it.',
      );
    }
    for (const [name, expected] of Object.entries(requiredSettings)) {
      const answer = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      const value = Object.values(answer.rows[0] ?? {})[0];
      if (value !== expected) throw new Error(`SQLite setting ${name} is ${String(value)}, not ${expected}.`);
    }
  },
  async assertForeignKeys(trx: Kysely<unknown>) {
    const broken = await sql`pragma foreign_key_check`.execute(trx);
    if (broken.rows.length > 0) throw new Error(`Foreign keys are broken in ${broken.rows.length} rows.`);
  },
  async addToIndex(trx, entries) {
    for (let at = 0; at < entries.length; at += 200) {
      const rows = entries.slice(at, at + 200).map(({ id, folded }) => sql`(${id}, ${folded})`);
      await sql`insert into search_index (rowid, folded) values ${sql.join(rows)}`.execute(trx);
    }
  },
  async takeFromIndex(trx, ids) {
    for (const id of ids) await sql`delete from search_index where rowid = ${id}`.execute(trx);
  },
  async findEntries(db, { terms, prefix, before, limit, inAnyOrder }) {
    const quoted = terms.map((term) => `"${term.replaceAll('"', '')}"`);
    if (prefix !== null) quoted.push(`"${prefix.replaceAll('"', '')}"*`);
    const older = before === null ? sql`` : sql`and rowid < ${before}`;
    const ask = (order: RawBuilder<unknown>) =>
      sql<{
        id: number;
      }>`select rowid as id from search_index where search_index match ${quoted.join(' AND ')} ${older}
        ${order} limit ${limit}`.execute(db);
    // FTS5 leaps forward from word to word but cannot leap backward: newest first is asked only where there are more.
    const { rows } = await ask(sql``);
    const areAll = inAnyOrder || rows.length < limit;
    const newest = areAll ? rows.reverse() : (await ask(sql`order by rowid desc`)).rows;
    return newest.map((row) => row.id);
  },
  async readAtOneInstant(db, work) {
    // Deferred on purpose: reads the snapshot of the WAL and keeps no writer waiting (reliability F4).
    return db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        return await work(connection);
      } finally {
        await sql`rollback`.execute(connection);
      }
    });
  },
};
