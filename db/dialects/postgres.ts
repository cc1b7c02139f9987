import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Migration } from '../migrations/migration.ts';
import type { DatabaseDialect } from './dialect.ts';

/** Any fixed number: one chain of the journal per installation, one writer at a time. */
const writerLock = 9001;

const bigintType = 20;
pg.types.setTypeParser(bigintType, Number);

/** Opens a pool; `schema` (tests) is searched first. */
export function openPostgres(url: string): { dialect: PostgresDialect; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A server that stops ends connections at rest; the pool forgets them and opens new ones. Unheard, it would end us.
  pool.on('error', () => undefined);
  return { dialect: new PostgresDialect({ pool }), pool };
}

/** Byte order on every column, so that lists stand in the same order as on SQLite. */
function collated(statement: string): string {
  return statement.replace(/\btext\b(?=[\s,)]|$)/g, (word, at: number) =>
    /[(,]\s*$/.test(statement.slice(0, at)) ? word : 'text collate "C"',
  );
}

function triggersOf(migration: Migration): string[] {
  const functions = migration.statements.some((statement) => statement.startsWith('create table touched'))
    ? [
        `create function note_touched() returns trigger language plpgsql as $$ begin
           insert into touched (table_name, row_id) values (tg_table_name, new.id) on conflict do nothing;
           return null; end $$`,
        `create function refuse_delete() returns trigger language plpgsql as $$ begin
           raise exception 'records are never deleted: %', tg_table_name; end $$`,
        `create function refuse_update() returns trigger language plpgsql as $$ begin
           raise exception 'append-only: %', tg_table_name; end $$`,
        `create function journal_in_order() returns trigger language plpgsql as $$ begin
           if new.seq <> (select coalesce(max(seq), 0) + 1 from journal_entry)
             or new.recorded_at < (select coalesce(max(recorded_at), '') from journal_entry) then
             raise exception 'journal entries come in order of number and time'; end if;
           return new; end $$`,
      ]
    : [];
  const noted = migration.evidence.map(
    (table) => `create trigger ${table}_noted after insert or update on ${table}
      for each row execute function note_touched()`,
  );
  const kept = [...new Set([...migration.evidence, ...migration.appendOnly])].map(
    (table) => `create trigger ${table}_kept before delete on ${table}
      for each row execute function refuse_delete()`,
  );
  const fixed = migration.appendOnly.map(
    (table) => `create trigger ${table}_fixed before update on ${table}
      for each row execute function refuse_update()`,
  );
  const chain = functions.length
    ? [
        `create trigger journal_entry_in_order before insert on journal_entry
         for each row execute function journal_in_order()`,
      ]
    : [];
  return [...functions, ...noted, ...kept, ...fixed, ...chain];
}

export const postgresDialect: DatabaseDialect = {
  name: 'postgres',
  statementsOf(migration) {
    const fullText = migration.fullText
      ? [
          `alter table search_entry add column words tsvector
             generated always as (array_to_tsvector(string_to_array(folded, ' '))) stored`,
          'create index search_entry_words on search_entry using gin (words)',
        ]
      : [];
    return [...migration.statements.map(collated), ...fullText, ...triggersOf(migration)];
  },
  async becomeOnlyWriter(trx) {
    await sql`select pg_advisory_xact_lock(${writerLock})`.execute(trx);
  },
  async assertDurable(db) {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const answer = await sql<Record<string, string>>`select current_setting(${setting}) as value`.execute(
        db,
      );
      if (answer.rows[0]?.value === 'off')
        throw new Error(`PostgreSQL setting ${setting} is off; turn it on.`);
    }
  },
  async assertForeignKeys() {
    // PostgreSQL checks them at every statement.
  },
  async addToIndex() {
    // The column `words` is generated.
  },
  async takeFromIndex() {
    // It goes with its row.
  },
  async findEntries(db, { terms, prefix, before, limit, inAnyOrder }) {
    const quoted = terms.map(lexeme);
    if (prefix !== null) quoted.push(`${lexeme(prefix)}:*`);
    const older = before === null ? sql`` : sql`and id < ${before}`;
    const found = await sql<{ id: number }>`
      select id from search_entry where words @@ cast(${quoted.join(' & ')} as tsquery) ${older}
      ${inAnyOrder ? sql`` : sql`order by id desc`} limit ${limit}`.execute(db);
    return found.rows.map((row) => row.id);
  },
  async readAtOneInstant(db, work) {
    return db.connection().execute(async (connection) => {
      await sql`begin isolation level repeatable read read only`.execute(connection);
      try {
        return await work(connection);
      } finally {
        await sql`rollback`.execute(connection);
      }
    });
  },
};

function lexeme(term: string): string {
  return `'${term.replaceAll('\\', '').replaceAll("'", "''")}'`;
}
