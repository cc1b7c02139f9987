import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { headFile, readHeads } from '#app/modules/journal/heads.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { openDatabase } from '#db/connection.ts';
import { copyNewOffice } from '#tests/http/test-office.ts';
import { Running, sessionOf } from './program.ts';
import { randomOf } from './random.ts';

const password = 'Sông Nhuệ mùa nước lên 27';

export interface Killing {
  points: number;
  /** Writes that the program said it had done. */
  acknowledged: number;
  /** Of those, the ones that were not there after the kill. */
  lost: string[];
  /** Whatever else was wrong after a kill. */
  damage: string[];
}

/** Processes that belong to a program: its own and those it started, by the path in their command line. */
function processesOf(program: string): number[] {
  const folder = program.replace(/web\.js$/, '');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false; // gone meanwhile
      }
    });
}

async function settled(program: string): Promise<number[]> {
  const until = Date.now() + 10_000;
  let left = processesOf(program);
  while (left.length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    left = processesOf(program);
  }
  return left;
}

/** What a fresh look at the files says: the database, its journal, every write that was acknowledged. */
async function inspect(folder: string, acknowledged: readonly string[], result: Killing): Promise<void> {
  const db = await openDatabase(join(folder, 'qms.sqlite'));
  try {
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    if (integrity.rows[0]?.integrity_check !== 'ok') result.damage.push(JSON.stringify(integrity.rows[0]));
    const broken = await sql`pragma foreign_key_check`.execute(db);
    if (broken.rows.length > 0) result.damage.push(`foreign keys: ${JSON.stringify(broken.rows[0])}`);
    const { faults } = await verifyJournal(db, {
      ...(await readHeads(headFile(folder))),
      readFile: async () => null,
    });
    result.damage.push(...faults.map((fault) => fault.message));
    const known = await db.selectFrom('account').select('login').execute();
    const logins = new Set(known.map((row) => row.login));
    result.lost.push(...acknowledged.filter((login) => !logins.has(login)));
  } finally {
    await db.destroy();
  }
}

/** The first administrator by the printed link, and a quality officer, whose papers start the children of the program. */
async function openDesk(running: Running): Promise<{ admin: string; quality: string }> {
  const fields = { login: 'bach', displayName: 'Tạ Xuân Bách', password, again: password };
  const admin = sessionOf(await running.post(running.firstAdminPath(), fields));
  const account = {
    login: 'thao',
    displayName: 'Nguyễn Phương Thảo',
    officerId: '',
    roles: 'quality-officer',
  };
  const made = await running.post('/administration/accounts/new', account, admin);
  const path = made.headers.get('location') ?? '';
  const page = await (
    await running.post(`${path.replace(/\/invitation$/, '')}/invitation`, {}, admin)
  ).text();
  const link = /\/welcome\/[\w-]{43}/.exec(page)?.[0] ?? '';
  const quality = sessionOf(await running.post(link, { password, again: password }));
  return { admin, quality };
}

/**
 * Starts the program, lets an administrator open accounts from several windows at once, kills it with SIGKILL at a
 * random moment, looks at what is on the disk, and again: as many times as asked.
 */
export async function killOften(program: string, points: number, seed: number): Promise<Killing> {
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'ro-viec-kill-'));
  const result: Killing = { points, acknowledged: 0, lost: [], damage: [] };
  try {
    await copyNewOffice(folder);
    let desk: { admin: string; quality: string } | undefined;
    const acknowledged: string[] = [];
    for (let point = 0; point < points; point++) {
      const running = await (await Running.start(program, { QMS_DATA: folder })).answers();
      desk ??= await openDesk(running);
      const { admin, quality } = desk;
      if (point % 5 === 0) await startChildren(running, quality, folder);
      const enough = acknowledged.length + 3 + random.below(25);
      let stopped = false;
      const windows = [0, 1, 2, 3].map(async (window) => {
        for (let n = 0; !stopped; n++) {
          const login = `p${point}.w${window}.${n}`;
          const fields = { login, displayName: login, officerId: '', roles: 'officer' };
          const answer = await running.post('/administration/accounts/new', fields, admin).catch(() => null);
          if (answer?.status === 303) acknowledged.push(login);
          if (acknowledged.length >= enough) stopped = true;
        }
      });
      await Promise.race(windows);
      await new Promise((resolve) => setTimeout(resolve, random.below(30)));
      running.kill('SIGKILL');
      stopped = true;
      await Promise.all([running.ended, ...windows]);
      const orphans = await settled(program);
      if (orphans.length > 0) result.damage.push(`point ${point}: processes left over: ${orphans.join(' ')}`);
      await inspect(folder, acknowledged, result);
    }
    result.acknowledged = acknowledged.length;
    result.lost = [...new Set(result.lost)];
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file copy of a draft is drawn by both children. */
async function startChildren(running: Running, quality: string, folder: string): Promise<void> {
  const db = await openDatabase(join(folder, 'qms.sqlite'));
  const revision = await db.selectFrom('revision').select('id').orderBy('id').executeTakeFirstOrThrow();
  await db.destroy();
  const answer = await running.get(`/revisions/${revision.id}/file.pdf`, quality);
  if (answer.status !== 200) throw new Error(`No file copy was drawn: ${answer.status}`);
}
