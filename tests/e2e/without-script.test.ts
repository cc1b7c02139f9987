import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { testBuild } from '#tests/http/test-build.ts';
import { openBrowser } from './browser.ts';
import { accountRows } from './without-script/accounts.ts';
import { auditRows } from './without-script/audits.ts';
import { Desk } from './without-script/desk.ts';
import { documentRows } from './without-script/documents.ts';
import { lawRows } from './without-script/laws.ts';
import { nonconformityRows } from './without-script/nonconformities.ts';
import { organizationRows } from './without-script/organization.ts';
import { outerRows } from './without-script/outer-pages.ts';
import { readingRows } from './without-script/reading.ts';
import { recordRows } from './without-script/records.ts';
import { requestRows } from './without-script/requests.ts';
import { roleRows } from './without-script/roles.ts';
import type { Act, Reading, Row } from './without-script/row.ts';
import { textInForceRows } from './without-script/texts-in-force.ts';
import { openWard, type Ward } from './without-script/ward.ts';

/** How a row is written stands in `without-script/row.ts`. */
const rows = [
  ...outerRows,
  ...readingRows,
  ...textInForceRows,
  ...documentRows,
  ...requestRows,
  ...recordRows,
  ...lawRows,
  ...organizationRows,
  ...roleRows,
  ...auditRows,
  ...nonconformityRows,
  ...accountRows,
];
const routes = await routesOnPaper();

let ward: Ward;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [ward, browser] = await Promise.all([openWard(), openBrowser()]);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  desk = new Desk(ward, context, await context.newPage());
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await ward?.close();
});

test('every screen and every form has its row', async () => {
  const { build } = await testBuild();
  const known = new Map(rows);
  const faults = routes.flatMap(({ id }) => {
    const { default: page, action } = build.routes[id]?.module ?? {};
    const row = known.get(id);
    if (!page && !action) return [];
    if (!row)
      return [`${id} has no row: add one to a file of tests/e2e/without-script; row.ts there says how`];
    if (action && !('fill' in row || 'scriptOnly' in row || 'seenIn' in row || row.status))
      return [`${id} takes a form, but its row only reads: say what is filled in`];
    return !action && 'fill' in row ? [`${id} takes no form, but its row fills one in`] : [];
  });
  const unknown = [...known.keys()].filter((id) => !routes.some((route) => route.id === id));
  expect([...faults, ...unknown.map((id) => `${id} is no route any more: take its row out`)].join('\n')).toBe(
    '',
  );
}, 300_000);

/** How often the words can be read. */
const often = (text: string, words: string) => folded(text).split(folded(words)).length - 1;
/** Stamps are written in capitals by the style. */
const folded = (text: string) => text.toLocaleLowerCase('vi');

async function reads(row: Reading, at: string): Promise<string | null> {
  const closed = await desk.open(row.by, at, row.status);
  if (closed) return closed;
  const words = typeof row.sees === 'string' ? row.sees : await row.sees(ward);
  return often(await desk.words(), words) > 0 ? null : `“${words}” is not seen at ${at}`;
}

async function acts(row: Act, at: string, address: string): Promise<string | null> {
  const on = row.on ? await row.on(ward) : at;
  const words = typeof row.sees === 'string' ? row.sees : await row.sees(ward);
  // What the act itself opens, the person may not be able to read before it.
  const before = row.on && row.by !== 'citizen' ? await desk.open(row.by, on) : await desk.open(row.by, at);
  if (before) return before;
  const seen = often(await desk.words(), words);
  const closed = row.on ? await desk.open(row.by, at) : null;
  if (closed) return closed;
  const asked = row.first ? await desk.send({ ...row, paper: false }, row.first, null) : null;
  if (asked) return asked;
  const { seq } = (await ward.journal())[0] ?? { seq: 0 };
  const fields = typeof row.fill === 'function' ? await row.fill(ward) : row.fill;
  const refused = await desk.send(row, fields, address);
  if (refused) return refused;
  const written = (await ward.journal()).filter((entry) => entry.seq > seq).map((entry) => entry.action);
  if (row.writes && !written.includes(row.writes))
    return `the journal has no ${row.writes}, only ${written.join(', ') || 'nothing new'}`;
  if (row.paper) return null;
  const lost = row.on ? await desk.again(on) : null;
  if (lost) return lost;
  const now = often(await desk.words(), words);
  return now > seen ? null : `“${words}” is seen ${now} times after the act, ${seen} times before it`;
}

describe('without script, on a phone', () => {
  test.each(rows)(
    '%s',
    async (id: string, row: Row) => {
      if ('scriptOnly' in row || 'seenIn' in row) return;
      const own = ward.pathOf(id);
      const at = row.at ? await row.at(ward) : own;
      const pattern = routes.find((route) => route.id === id)?.path ?? '';
      const fault =
        'fill' in row
          ? await acts(row, at, /[:*]/.test(pattern) && row.at ? addressOf(pattern, at) : own)
          : await reads(row, at);
      expect(fault ?? '', `${at} as ${row.by}`).toBe('');
    },
    60_000,
  );

  test('nothing went wrong on the server', () => {
    expect(ward.log).toEqual([]);
  });
});

/** Where the form is sent: the page itself, unless the form of this route stands on another page. */
function addressOf(pattern: string, at: string): string {
  const path = at.split('?')[0] ?? at;
  const same = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
  return same ? path : ward.pathOf(routes.find((route) => route.path === pattern)?.id ?? '');
}
