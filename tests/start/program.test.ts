import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from '#app/http/data-folder.ts';
import { openDatabase } from '#db/connection.ts';
import { Running, sessionOf, testProgram } from '#tests/harness/program.ts';
import { copyNewOffice } from '#tests/http/test-office.ts';

const program = await testProgram();
let folder: string;
let running: Running | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ro-viec-start-'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<Running> {
  running = await Running.start(program, { QMS_DATA: join(folder, 'data'), ...env });
  return running;
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

const password = 'Sông Nhuệ mùa nước lên 27';

describe('a setting that cannot be used', () => {
  test.each([
    ['PORT', 'abc', /^PORT must be a whole number/],
    ['PORT', '70000', /^PORT must be a whole number/],
    ['HOST', 'not a host', /^HOST must be a host name/],
    ['DATABASE_URL', 'mysql://here/qms', /^DATABASE_URL must be a postgres/],
    ['APP_ORIGIN', 'https://iso.example/path', /^APP_ORIGIN must be scheme, host and port only/],
    ['APP_ORIGIN', 'http://iso.example', /^APP_ORIGIN with http:\/\/ works only on localhost: .*TLS/],
  ])('%s=%s is said in one sentence of each language, and nothing is made', async (name, value, sentence) => {
    const stopped = await start({ [name]: value });
    expect(await stopped.ended).toEqual({ code: 2, signal: null });
    expect(stopped.stderr).toMatch(sentence);
    expect(stopped.stderr.trim().split('\n')).toHaveLength(2);
    expect(stopped.stdout).toBe('');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('a folder of the demonstration is not opened for real work', async () => {
    openDataFolder(join(folder, 'data'), { demo: true });
    const stopped = await start();
    expect((await stopped.ended).code).toBe(2);
    expect(stopped.stderr).toMatch(/^This data folder was made by npm run demo/);
  });

  test('a port that is taken ends the program with its reason', async () => {
    await copyNewOffice(join(folder, 'data'));
    const first = await (await start()).answers();
    const second = await Running.start(program, {
      QMS_DATA: join(folder, 'data'),
      PORT: new URL(first.url).port,
    });
    expect((await second.ended).code).toBe(1);
    expect(second.stderr).toContain('EADDRINUSE');
  }, 60_000);
});

describe('the first start', () => {
  test('makes a data folder that only its owner may enter, founds the office and prints a link for one use', async () => {
    const begun = await (await start()).answers();
    const data = join(folder, 'data');
    for (const name of ['', 'keys', 'files', 'snapshots', 'heads'])
      expect(modeOf(join(data, name)), name).toBe('700');
    for (const name of ['qms.sqlite', 'keys/journal-ed25519.pem', 'heads/heads.jsonl'])
      expect(modeOf(join(data, name)), name).toBe('600');
    expect(begun.stdout.match(/\/welcome\//g)).toHaveLength(2);
    const path = begun.firstAdminPath();
    const fields = { login: 'bach', displayName: 'Tạ Xuân Bách', password, again: password };
    const [one, two] = await Promise.all([
      begun.post(path, fields),
      begun.post(path, { ...fields, login: 'khac' }),
    ]);
    expect([one.status, two.status].sort()).toEqual([303, 404]);
    const session = sessionOf(one.status === 303 ? one : two);
    expect((await begun.get('/administration/accounts', session)).status).toBe(200);
    expect((await begun.get(path)).status).toBe(404);
    const token = path.replace('/welcome/', '');
    for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
      if (statSync(join(data, name)).isFile())
        expect(readFileSync(join(data, name)).includes(token), name).toBe(false);
    }
  }, 120_000);
});

describe('a later start', () => {
  test('prints no link once there is an administrator, and keeps sessions', async () => {
    await copyNewOffice(join(folder, 'data'));
    const first = await (await start()).answers();
    const fields = { login: 'bach', displayName: 'Tạ Xuân Bách', password, again: password };
    const session = sessionOf(await first.post(first.firstAdminPath(), fields));
    first.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    const second = await (await start()).answers();
    expect(second.stdout).not.toContain('/welcome/');
    expect((await second.get('/administration/accounts', session)).status).toBe(200);
    expect(await (await second.get('/healthz')).json()).toEqual({ ok: true });
  }, 60_000);

  test('waits for no power to keep what it acknowledges: a file that exists is opened with full sync', async () => {
    await copyNewOffice(join(folder, 'data'));
    const db = await openDatabase(join(folder, 'data', 'qms.sqlite'));
    const answer = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
    expect(answer.rows[0]?.synchronous).toBe(2);
    await db.destroy();
  });

  test('with secrets that others could read closes them again', async () => {
    const data = join(folder, 'data');
    await copyNewOffice(data);
    const { chmodSync } = await import('node:fs');
    for (const name of ['qms.sqlite', 'keys/journal-ed25519.pem']) chmodSync(join(data, name), 0o644);
    await (await start()).answers();
    for (const name of ['qms.sqlite', 'keys/journal-ed25519.pem'])
      expect(modeOf(join(data, name)), name).toBe('600');
  }, 60_000);
});

test('asked to stop, it finishes the request under way and takes no new one', async () => {
  await copyNewOffice(join(folder, 'data'));
  const begun = await (await start()).answers();
  const fields = new URLSearchParams({ lang: 'en', to: '/handbook' }).toString();
  const late = await new Promise<{ status: number; newOne: string }>((resolve, reject) => {
    let newOne = '';
    const asked = request(`${begun.url}/language`, {
      method: 'POST',
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(fields.length),
      },
    });
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, newOne }));
    });
    asked.on('error', reject);
    // Half of the form is sent, the program is told to stop, and only then comes the other half.
    asked.write(fields.slice(0, 5), async () => {
      await begun.get('/healthz');
      begun.kill('SIGTERM');
      while (newOne === '') {
        newOne = await fetch(`${begun.url}/healthz`).then(
          () => '',
          () => 'refused',
        );
      }
      asked.end(fields.slice(5));
    });
  });
  expect(late).toEqual({ status: 303, newOne: 'refused' });
  expect(await begun.ended).toEqual({ code: 0, signal: null });
}, 60_000);

test('a data folder that is a file is refused with a sentence, not with a trace', async () => {
  writeFileSync(join(folder, 'data'), 'x');
  const stopped = await start();
  expect((await stopped.ended).code).toBeGreaterThan(0);
  expect(stopped.stderr).not.toMatch(/\n\s+at /);
});
