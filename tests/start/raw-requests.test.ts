import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Running, testProgram } from '#tests/harness/program.ts';
import { copyNewOffice } from '#tests/http/test-office.ts';
import { RawLine, sayAll } from './raw-line.ts';

const program = await testProgram();
const folders: string[] = [];

async function start(from: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'ro-viec-raw-'));
  folders.push(folder);
  await copyNewOffice(join(folder, 'data'));
  return (await Running.start(from, { QMS_DATA: join(folder, 'data') })).answers();
}

let office: Running;
beforeAll(async () => {
  office = await start(program);
});
afterAll(async () => {
  office?.kill('SIGKILL');
  await office?.ended;
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const host = 'Host: localhost\r\n';
const last = 'Connection: close\r\n';
const form = 'Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n';
const posting = `POST /language HTTP/1.1\r\n${host}${form}`;

describe('what is no request is not answered as one', () => {
  test.each([
    [
      'two ways of saying the length',
      `${posting}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${posting}Content-Length: 3\r\nContent-Length: 7\r\n\r\na=1`],
    ['a length that is no number', `${posting}Content-Length: +3\r\n\r\na=1`],
    ['a transfer coding that is hidden', `${posting}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['lines that end in LF alone', 'GET /healthz HTTP/1.1\nHost: localhost\n\n'],
    ['a space before the colon', 'GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n'],
    ['a folded header', `GET /healthz HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`],
    ['no host', `GET /healthz HTTP/1.1\r\n${last}\r\n`],
    ['a NUL in the path', `GET /docu\0ments HTTP/1.1\r\n${host}\r\n`],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`],
    ['a version that does not exist', `GET / HTTP/3.7\r\n${host}\r\n`],
    ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a method that does not exist', `LOOK / HTTP/1.1\r\n${host}\r\n`],
    ['an address that is none', `GET * HTTP/1.1\r\n${host}${last}\r\n`],
    ['a chunk of no size', `${posting}Transfer-Encoding: chunked\r\n\r\nzz\r\na=1\r\n0\r\n\r\n`],
    ['a chunk larger than any number', `${posting}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\na`],
    ['a chunk longer than it says', `${posting}Transfer-Encoding: chunked\r\n\r\n1\r\nabcdef\r\n0\r\n\r\n`],
    ['a greeting for TLS', Buffer.from('16030100f4010000f00303', 'hex')],
  ])('%s', async (_what, bytes) => {
    const line = await sayAll(office.url, bytes);
    expect(line.statuses).toEqual([400]);
  });

  test('a head of twenty kilobytes is too large, in one line or in a thousand', async () => {
    const one = `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`;
    const many = `GET / HTTP/1.1\r\n${host}${Array.from({ length: 1_000 }, (_, at) => `X-${at}: ${'a'.repeat(14)}\r\n`).join('')}\r\n`;
    const address = `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`;
    for (const bytes of [one, many, address])
      expect((await sayAll(office.url, bytes)).statuses).toEqual([431]);
  });

  test('a tunnel through us is not dug', async () => {
    expect((await sayAll(office.url, `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`)).statuses).toEqual(
      [],
    );
  });
});

describe('an unusual request', () => {
  const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\n${host}${more}`;

  test('for a whole address is one for its path, whatever host it names', async () => {
    const page = async (path: string) => {
      const { heard } = await sayAll(office.url, ask(path, `${last}\r\n`));
      return heard.slice(heard.indexOf('<html'));
    };
    const whole = await page('http://evil.example/public/documents');
    expect(whole).toBe(await page('/public/documents'));
    expect(whole).not.toContain('evil.example');
    expect(whole.length).toBeGreaterThan(1_000);
  });

  test('with an escaped NUL leads nowhere', async () => {
    for (const path of ['/documents/%00', '/assets/%00.js', '/%00'])
      expect((await sayAll(office.url, ask(path, `${last}\r\n`))).statuses, path).toEqual([404]);
  });

  test('for another protocol is answered in ours', async () => {
    const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n';
    expect((await sayAll(office.url, ask('/healthz', upgrade))).statuses).toEqual([200]);
    expect(
      (await sayAll(office.url, `TRACE / HTTP/1.1\r\n${host}Sec-Fetch-Site: same-origin\r\n${last}\r\n`))
        .statuses,
    ).toEqual([405]);
  });

  test('sent before the last was answered waits its turn; after a broken one nothing is heard', async () => {
    const two = `${ask('/healthz', '\r\n')}${ask('/%00', '\r\n')}`;
    const inTurn = await sayAll(office.url, `${two}${ask('/healthz', `${last}\r\n`)}`);
    expect(inTurn.statuses).toEqual([200, 404, 200]);
    const broken = await sayAll(office.url, `${two}BROKEN\r\n\r\n${ask('/healthz', '\r\n')}`);
    expect(broken.statuses.at(-1)).toBe(400);
    expect(broken.statuses.length).toBeLessThanOrEqual(3);
  });

  test('whose sender says no more still gets its answer', async () => {
    const line = new RawLine(office.url);
    await line.say(ask('/healthz', `${last}\r\n`));
    line.finish();
    await line.ended;
    expect(line.statuses).toEqual([200]);
  });

  test('that stops in its head or in its body is let go', async () => {
    for (const half of [ask('/heal'), `${posting}Content-Length: 100\r\n\r\nlang=`]) {
      const line = new RawLine(office.url);
      await line.say(half);
      line.finish();
      await line.ended;
      expect(line.statuses.filter((status) => status !== 400)).toEqual([]);
    }
  });
});

/** Memory the program holds, in MB. */
function memory(running: Running): number {
  const status = readFileSync(`/proc/${running.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

describe('a body without end', () => {
  test('that says so is refused unread', async () => {
    const said = `${posting}Content-Length: 1073741824\r\n\r\n`;
    expect((await sayAll(office.url, said)).statuses).toEqual([413]);
  });

  test('is cut at the limit, and the memory stays as it was', async () => {
    const before = memory(office);
    const part = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    const sendEndlessly = async () => {
      const line = new RawLine(office.url);
      await line.say(`${posting}Transfer-Encoding: chunked\r\n\r\n`);
      let sent = 0;
      for (; sent < 2_000 && !line.closed; sent += 1) await line.say(part);
      line.cut();
      return { sent, statuses: line.statuses.filter((status) => status !== 413) };
    };
    const outcomes = await Promise.all(Array.from({ length: 8 }, sendEndlessly));
    for (const { sent, statuses } of outcomes) {
      expect(statuses).toEqual([]);
      expect(sent, 'far less than 125 MB was taken').toBeLessThan(200);
    }
    expect(memory(office) - before).toBeLessThan(80);
  }, 30_000);
});

/** How many of the slow ones are cut off within the time; each says a letter of its head now and then. */
async function cutOff(
  url: string,
  count: number,
  seconds: number,
): Promise<{ cut: number; slowest: number }> {
  const lines = Array.from({ length: count }, () => new RawLine(url));
  await Promise.all(
    lines.map((line, at) => (at % 5 === 0 ? undefined : line.say(`GET / HTTP/1.1\r\nX-${at}: `))),
  );
  const trickle = setInterval(() => {
    for (const line of lines.filter((_, at) => at % 5 === 1)) void line.say('a');
  }, 1_000);
  const over = new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  let slowest = 0;
  for (let at = 0; at < 60; at += 1) {
    const begun = performance.now();
    await (await fetch(`${url}${at % 2 ? '/healthz' : '/public/documents'}`)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - begun);
  }
  await Promise.race([over, Promise.all(lines.map((line) => line.ended))]);
  clearInterval(trickle);
  const cut = lines.filter((line) => line.closed).length;
  for (const line of lines) line.cut();
  return { cut, slowest };
}

/** The same program without patience's end: what this file must notice. */
function withoutTimeouts(): string {
  const text = readFileSync(program, 'utf8');
  const patient = text.replace(/\b(headersTimeout|requestTimeout) = [\de_]+/g, '$1 = 0');
  if (patient === text) throw new Error('The timeouts were not found.');
  const file = join(dirname(program), `web-patient-${process.pid}.js`);
  writeFileSync(file, patient);
  return file;
}

test('five hundred slow senders hold up nobody and are cut off; a program without timeouts would keep them', async () => {
  const file = withoutTimeouts();
  const patient = await start(file);
  try {
    const [ours, theirs] = await Promise.all([cutOff(office.url, 500, 24), cutOff(patient.url, 20, 24)]);
    expect(ours.cut).toBe(500);
    expect(ours.slowest).toBeLessThan(1_500);
    expect(theirs.cut).toBe(0);
  } finally {
    patient.kill('SIGKILL');
    await patient.ended;
    rmSync(file);
  }
}, 90_000);

test('none of it was a fault of the program', async () => {
  expect(office.stdout).not.toContain('request failed');
  expect(office.stderr).toBe('');
  expect((await office.get('/healthz')).status).toBe(200);
});
