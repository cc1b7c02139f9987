import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askers } from '#tests/harness/people-of-each-role.ts';
import { routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { tablesNow } from '#tests/harness/tables-now.ts';
import { openWardAtTheDoor, type WardAtTheDoor } from './ward-at-the-door.ts';
import { whoMay } from './who-may.ts';

const routes = await routesOnPaper();
let door: WardAtTheDoor;
beforeAll(async () => {
  door = await openWardAtTheDoor();
});
afterAll(() => door?.close());

/** fetch sets some of these headers itself; a raw request sends what it is told. */
function statusOfPost(path: string, headers: Record<string, string>): Promise<number> {
  const body = 'reason=M%E1%BB%99t+l%C3%BD+do&to=%2F';
  const sent = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(`${door.server.url}${path}`, { method: 'POST', headers: sent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const origin = 'http://localhost:3000';
const foreign: Record<string, Record<string, string>> = {
  'another site, as the browser says': { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  'another site that claims our origin': { 'Sec-Fetch-Site': 'cross-site', Origin: origin },
  'a neighbour under the same domain': { 'Sec-Fetch-Site': 'same-site', Origin: origin },
  'nobody’s click': { 'Sec-Fetch-Site': 'none', Origin: origin },
  'another origin': { Origin: 'https://evil.example' },
  'the null origin of a frame': { Origin: 'null' },
  'another origin behind a forged host': {
    Origin: 'https://evil.example',
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
  },
  'nothing said at all': {},
};

test('no form from elsewhere is heard, at any address that takes forms, by whomever it is sent', async () => {
  const before = await tablesNow(door.db);
  const heard: string[] = [];
  let sent = 0;
  for (const route of routes) {
    const row = whoMay[route.id];
    if (!row?.post) continue;
    const asker = askers.find((one) => one !== 'citizen' && row.post?.[one] === 'let in') ?? 'admin';
    const cookie = await door.cookieOf(asker);
    const path = door.pathOf(route);
    for (const way of [path, `${path}.data`]) {
      for (const [name, headers] of Object.entries(foreign)) {
        const status = await statusOfPost(way, { ...headers, ...cookie });
        sent += 1;
        if (status !== 403) heard.push(`POST ${way} from ${name} as ${asker}: ${status}`);
      }
    }
  }
  expect(heard).toEqual([]);
  expect(sent).toBeGreaterThan(500);
  expect(await tablesNow(door.db)).toEqual(before);
}, 120_000);

test('looking changes nothing: every address, by everyone', async () => {
  for (const asker of askers) await door.cookieOf(asker);
  const before = await tablesNow(door.db);
  for (const route of routes) {
    if (!whoMay[route.id]?.get) continue;
    for (const asker of askers) {
      const answer = await door.server.get(door.pathOf(route), await door.cookieOf(asker));
      await answer.arrayBuffer();
    }
  }
  expect(await tablesNow(door.db)).toEqual(before);
}, 120_000);

test('the comparison of tables would notice one changed letter', async () => {
  const before = await tablesNow(door.db);
  await door.db.updateTable('officer').set({ name: 'Người khác' }).where('key', '=', 'linh').execute();
  const after = await tablesNow(door.db);
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['officer']);
});
