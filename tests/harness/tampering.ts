import { sql } from 'kysely';
import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import { contentHash, entryHash } from '#app/modules/journal/entry.ts';
import type { Verification } from '#app/modules/journal/verification.server.ts';
import { evidenceTables } from '#db/migrations/all.ts';
import type { Db, TableName } from '#db/schema.ts';
import { testDialect } from '#tests/database.ts';
import type { Random } from './random.ts';

type Row = Record<string, unknown>;

/** One thing that somebody with the password of the database could do, and what of the record it hits. */
export interface Attack {
  what: string;
  /** One of these objects must be named. */
  hits: string[];
  carryOut(db: Db): Promise<void>;
}

export interface Undetected {
  what: string;
  named: string[];
}

class Undo extends Error {}

/** Triggers and foreign keys off, as the owner of the database can have them; only inside this transaction. */
async function disarm(trx: Db): Promise<void> {
  if (testDialect() === 'postgres') {
    await sql`set local session_replication_role = replica`.execute(trx);
    return;
  }
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  const found = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(
    trx,
  );
  for (const { name } of found.rows) await sql`drop trigger ${sql.id(name)}`.execute(trx);
}

/** Carries out an attack, verifies, and undoes it. Null when a constraint of the schema itself refused it. */
async function tryOut(
  db: Db,
  attack: Attack,
  verify: (db: Db) => Promise<Verification>,
): Promise<Verification | null> {
  let found: Verification | null = null;
  try {
    await db.transaction().execute(async (trx) => {
      await disarm(trx);
      await attack.carryOut(trx);
      found = await verify(trx);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo) && !/constraint/i.test(String(error))) throw error;
  }
  return found;
}

/** Which attacks the verifier did not see, or saw without naming what was hit. */
export async function undetected(
  db: Db,
  attacks: readonly Attack[],
  verify: (db: Db) => Promise<Verification>,
): Promise<{ missed: Undetected[]; tried: number; impossible: string[] }> {
  const missed: Undetected[] = [];
  const impossible: string[] = [];
  for (const attack of attacks) {
    const found = await tryOut(db, attack, verify);
    if (!found) {
      impossible.push(attack.what);
      continue;
    }
    const named = found.faults.map((fault) => fault.object);
    if (!attack.hits.some((object) => named.includes(object))) missed.push({ what: attack.what, named });
  }
  return { missed, tried: attacks.length - impossible.length, impossible };
}

async function rowsOf(db: Db, table: string): Promise<Row[]> {
  const key =
    table === 'journal_entry' || table === 'journal_payload'
      ? 'seq'
      : table === 'journal_row'
        ? 'hash'
        : 'id';
  return (await sql<Row>`select * from ${sql.table(table)} order by ${sql.ref(key)}`.execute(db)).rows;
}

function changed(value: unknown, isNumber: boolean): unknown {
  if (typeof value === 'number') return value + 1;
  if (value === null || value === undefined) return isNumber ? 1 : 'x';
  return `${String(value)}x`;
}

function where(row: Row, keys: readonly string[]) {
  return sql.join(
    keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`),
    sql` and `,
  );
}

function change(table: string, row: Row, keys: readonly string[], column: string, isNumber: boolean) {
  const value = changed(row[column], isNumber);
  return (db: Db) =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${where(row, keys)}`
      .execute(db)
      .then(() => undefined);
}

function insert(table: string, row: Row) {
  const columns = Object.keys(row);
  return (db: Db) =>
    sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      values (${sql.join(columns.map((name) => sql`${row[name]}`))})`
      .execute(db)
      .then(() => undefined);
}

/** A second row like the first, as far as the schema's own uniqueness allows. */
function forgedFrom(row: Row): Row {
  const unique = /(_id|^key|^code|_folded|^number|^day|^login)$/;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (name === 'id') return [name, 'forged'];
      if (name === 'sequence' || (name === 'number' && typeof value === 'number'))
        return [name, Number(value) + 7_000];
      return [
        name,
        unique.test(name) && name !== 'agency_id' && typeof value === 'string' ? `${value}x` : value,
      ];
    }),
  );
}

function take<T>(list: readonly T[], most: number, random: Random): T[] {
  if (list.length <= most) return [...list];
  const left = [...list];
  return Array.from({ length: most }, () => left.splice(random.below(left.length), 1)[0]).filter(
    (one): one is T => one !== undefined,
  );
}

/** Changes, removals, insertions and swaps in every table of the record. */
export async function attacksOnRecord(
  db: Db,
  random: Random,
  most: { columns: number; rows: number },
): Promise<Attack[]> {
  const described = await db.introspection.getTables();
  const attacks: Attack[] = [];
  for (const table of evidenceTables) {
    const all = await rowsOf(db, table);
    const columns = described.find((one) => one.name === table)?.columns ?? [];
    for (const row of take(all, most.rows, random)) {
      const name = `${table} ${String(row.id)}`;
      for (const { name: column, dataType } of take(columns, most.columns, random)) {
        const isNumber = /int/i.test(dataType);
        const now = column === 'id' ? [name, `${name}x`] : [name];
        attacks.push({
          what: `change ${column} of ${name}`,
          hits: now,
          carryOut: change(table, row, ['id'], column, isNumber),
        });
      }
      attacks.push({
        what: `remove ${name}`,
        hits: [name],
        carryOut: async (trx) => {
          await sql`delete from ${sql.table(table)} where ${where(row, ['id'])}`.execute(trx);
        },
      });
      attacks.push({
        what: `insert like ${name}`,
        hits: [`${table} forged`],
        carryOut: insert(table, forgedFrom(row)),
      });
      const other = all.find((one) => one.id !== row.id);
      if (other) attacks.push(swap(table, row, other));
    }
  }
  return attacks;
}

/** Two rows exchange what they say: nothing is missing, nothing is new. */
function swap(table: string, one: Row, other: Row): Attack {
  const differing = Object.keys(one).filter((column) => column !== 'id' && one[column] !== other[column]);
  return {
    what: `swap ${table} ${String(one.id)} with ${String(other.id)}`,
    hits: [`${table} ${String(one.id)}`],
    carryOut: async (trx) => {
      await sql`delete from ${sql.table(table)} where id in (${one.id}, ${other.id})`.execute(trx);
      const exchanged = (from: Row, to: Row) => ({
        ...to,
        ...Object.fromEntries(differing.map((c) => [c, from[c]])),
      });
      await insert(table, exchanged(other, one))(trx);
      await insert(table, exchanged(one, other))(trx);
    },
  };
}

/** The journal itself: its entries, what they bind, what they keep apart. */
export async function attacksOnJournal(db: Db, random: Random, most: { rows: number }): Promise<Attack[]> {
  const attacks: Attack[] = [];
  const described = await db.introspection.getTables();
  for (const [table, keys] of [
    ['journal_entry', ['seq']],
    ['journal_row', ['seq', 'table_name', 'row_id']],
    ['journal_payload', ['seq']],
  ] as const) {
    const columns = described.find((one) => one.name === table)?.columns ?? [];
    for (const row of take(await rowsOf(db, table), most.rows, random)) {
      const name = `entry ${String(row.seq)}`;
      for (const { name: column, dataType } of columns) {
        // A moved entry leaves a gap where it was, or takes the place of the next.
        const hits = column === 'seq' ? [name, `entry ${Number(row.seq) + 1}`] : [name];
        attacks.push({
          what: `change ${column} of ${table} at ${name}`,
          hits,
          carryOut: change(table, row, keys, column, /int/i.test(dataType)),
        });
      }
      attacks.push({
        what: `remove ${table} at ${name}`,
        hits: [name],
        carryOut: async (trx) => {
          await sql`delete from ${sql.table(table)} where ${where(row, keys)}`.execute(trx);
        },
      });
    }
  }
  return attacks;
}

/** Cutting off the end of the journal, and writing the end anew with good hashes: only a head kept outside shows it. */
export async function attacksOnTheEnd(db: Db, random: Random, times: number): Promise<Attack[]> {
  const entries = await db.selectFrom('journal_entry').select(['seq', 'hash']).orderBy('seq').execute();
  const last = entries.at(-1)?.seq ?? 0;
  return Array.from({ length: times }, () => {
    const from = 2 + random.below(last - 2);
    const actor = `Người khác ${from}`;
    return [
      {
        what: `cut the journal off from entry ${from}`,
        hits: [`entry ${from}`],
        carryOut: async (trx: Db) => {
          for (const table of ['journal_row', 'journal_payload', 'journal_entry'] as const)
            await sql`delete from ${sql.table(table)} where seq >= ${from}`.execute(trx);
        },
      },
      {
        what: `rewrite the journal from entry ${from} with fresh hashes`,
        hits: ['entry 1'],
        carryOut: (trx: Db) => rewriteFrom(trx, from, actor),
      },
    ];
  }).flat();
}

/** Gives an act to somebody else, hides a row's change behind new hashes, and chains everything after it anew. */
async function rewriteFrom(trx: Db, from: number, actor: string): Promise<void> {
  await sql`update journal_entry set actor_name = ${actor} where seq = ${from}`.execute(trx);
  const bound = await trx.selectFrom('journal_row').selectAll().where('seq', '=', from).execute();
  for (const { table_name, row_id } of bound.slice(0, 1)) {
    const table = table_name as TableName; // bound rows are of our tables
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where id = ${row_id}`.execute(trx);
    const hash = sha256(canonical(rows[0] ?? {}));
    await sql`update journal_row set hash = ${hash} where seq = ${from} and row_id = ${row_id}`.execute(trx);
  }
  const entries = await trx.selectFrom('journal_entry').selectAll().orderBy('seq').execute();
  let prev = entries.find((entry) => entry.seq === from - 1)?.hash ?? '';
  for (const { hash: _old, ...entry } of entries.filter((one) => one.seq >= from)) {
    const rows = await trx
      .selectFrom('journal_row')
      .select(['table_name', 'row_id', 'hash'])
      .where('seq', '=', entry.seq)
      .orderBy('table_name')
      .orderBy('row_id')
      .execute();
    const content = { ...entry, prev, content_hash: contentHash(rows) };
    const hash = entryHash(content);
    await sql`update journal_entry set prev = ${prev}, content_hash = ${content.content_hash}, hash = ${hash}
      where seq = ${entry.seq}`.execute(trx);
    prev = hash;
  }
}
