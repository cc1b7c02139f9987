import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#app/http/clock.ts';
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { homeAgency, openSession } from '#app/modules/accounts/session.server.ts';
import { formParts } from '#app/modules/documents/editor/part-of-finding.ts';
import { importFiles } from '#app/modules/documents/import/importing.server.ts';
import { drawnText } from '#app/modules/documents/reading/shown-text.server.ts';
import { getRevision } from '#app/modules/documents/revision-record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { type OpenWard, openSampleWard, sampleToday } from '#tests/harness/sample-ward.ts';
import { startTestServer, type TestServer } from '#tests/http/test-server.ts';
import { sampleFile, sampleText } from '#tests/modules/documents/import/sample-procedure.ts';
import { openBrowser } from './browser.ts';

let open: OpenWard;
let server: TestServer;
let browser: Browser;
let page: Page;
let actor: Actor;
const looks = process.env.QMS_LOOKS;

beforeAll(async () => {
  open = await openSampleWard();
  const { db } = open.ward;
  const agencyId = await homeAgency(db);
  const officer = await db
    .selectFrom('officer')
    .select('id')
    .where('key', '=', 'thao')
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const roles = ['quality-officer'] as const;
  const account = {
    login: 'bieu-mau',
    displayName: 'Nguyễn Phương Thảo',
    officerId: officer.id,
    roles: [...roles],
  };
  const token = await inTransaction(db, async (trx) => {
    const id = await createAccount(trx, systemOf(agencyId), account, sampleToday);
    actor = { ...systemOf(agencyId), accountId: id, officerId: officer.id, roles: [...roles] };
    return openSession(trx, id, { address: '10.0.0.1', browser: 'test' }, sampleToday);
  });
  server = await startTestServer({ installation: open.ward, clock: open.clock });
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([
    { name: 'lang', value: 'vi', url: server.url },
    { name: 'session', value: token, url: server.url },
  ]);
  page = await context.newPage();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await open?.close();
});

/** A Word procedure that leaves open who does a step, how long one takes, and what comes out of any. */
function unfinishedFile(): Buffer {
  const text = sampleText({
    file: 'khai-tu.docx',
    title: 'Đăng ký khai tử',
    code: 'QT-DT-01',
    subject: 'khai tử',
    result: 'Trích lục khai tử',
  });
  const [, second, third] = text.steps;
  if (second) second.role = 'Tổ chuyên trách';
  if (third) third.times = ['', ''];
  return sampleFile(text);
}

async function imported(): Promise<string> {
  const files = [{ name: 'khai-tu.docx', bytes: unfinishedFile() }];
  const [outcome] = await importFiles(open.ward, actor, files, sampleToday, 'vi');
  if (outcome?.kind !== 'drafted') throw new Error(JSON.stringify(outcome));
  return outcome.revisionId;
}

async function findingsOf(revisionId: string) {
  const revision = await getRevision(open.ward.db, actor, revisionId);
  return (await drawnText(open.ward, actor, revision, dayOf(sampleToday), 'vi')).findings;
}

async function errorsOf(revisionId: string): Promise<string[]> {
  const findings = await findingsOf(revisionId);
  return findings.filter((finding) => finding.severity === 'error').map((finding) => finding.message);
}

async function part(revisionId: string, name: string): Promise<void> {
  await page.goto(`${server.url}/revisions/${revisionId}/form?part=${name}`, { waitUntil: 'load' });
  await page.waitForSelector('.form-editor');
  await look(name);
}

async function look(name: string): Promise<void> {
  if (!looks) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: `${looks}/${name}-${width}.png`,
      fullPage: true,
      clip: { x: 0, y: 0, width, height: 1900 },
    });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Waits until what was typed has been saved by itself. */
async function savedByItself(): Promise<void> {
  await page.waitForResponse((answer) => answer.url().endsWith('/own-saving'));
  await page.waitForSelector('.saving-state time');
}

async function chosen(name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`).first();
  const tag = await field.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
}

/** Fills every field of a kind that is still empty. */
async function fillEmpty(ending: string, value: string): Promise<void> {
  const names = await page
    .locator(`[name$="${ending}"]`)
    .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name') ?? ''))]);
  for (const name of names) {
    const first = page.locator(`[name="${name}"]`).first();
    if ((await first.inputValue()) === '') await first.fill(value);
  }
}

test('every finding of an imported Word file is mended in the form, without a word of source', async () => {
  const id = await imported();
  const before = (await findingsOf(id)).filter((finding) => finding.severity === 'error');
  expect(before.map((finding) => finding.rule)).toEqual(
    expect.arrayContaining([
      'check.step.responsible-missing',
      'check.step.accountable-missing',
      'check.step.decides-missing',
      'check.step.result-missing',
      'check.time.missing',
    ]),
  );
  await part(id, 'head');
  await chosen('f.unit', 'van-phong');
  await savedByItself();

  await part(id, 'steps');
  await fillEmpty('.responsible', 'Công chức tư pháp – hộ tịch');
  await fillEmpty('.accountable', 'Chủ tịch UBND');
  await fillEmpty('.decides', 'Lãnh đạo UBND phụ trách lĩnh vực');
  await fillEmpty('.result', 'Hồ sơ của bước');
  const missing = await page
    .locator('.form-editor .span-of-time > input')
    .evaluateAll((fields) =>
      fields.map((field) => field.getAttribute('name') ?? '').filter((name) => /^t\d+\./.test(name)),
    );
  expect(missing.length).toBeGreaterThan(0);
  for (const name of missing) await page.locator(`input[name="${name}"]`).fill('1');
  await page.waitForSelector('.sum-under, .sum-over');
  // One day of eight hours was left out of both cases; the sums say so while it is typed.
  for (const [at, name] of missing.entries())
    await page.locator(`input[name="${name}"]`).fill(at === 0 ? '4' : '8');
  await page.waitForFunction(() => document.querySelectorAll('.sum-equal').length === 2);
  await expect.poll(() => errorsOf(id), { timeout: 30_000 }).toEqual([]);

  for (const name of ['sections', 'references', 'abbreviations', 'papers', 'records']) await part(id, name);
  const { source } = await getRevision(open.ward.db, actor, id);
  expect(source).toContain('accountable="chu-tich"');

  await part(id, 'steps');
  await page.locator('button[value$=":down"]').nth(2).click();
  await page.waitForURL(/saved=yes/);
  const moved = await getRevision(open.ward.db, actor, id);
  expect([...moved.source].sort().join('')).toBe([...source].sort().join(''));
  expect(moved.source).not.toBe(source);
  await part(id, 'steps');
  const titles = () => page.locator('fieldset[id^="row-Step"] > legend').allInnerTexts();
  const [first = ''] = await titles();
  const legends = page.locator('fieldset[id^="row-Step"] > legend');
  await legends.first().hover();
  await page.mouse.down();
  const box = await legends.first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 10);
  // A browser tells a page of the drag only while the pointer moves over it.
  await legends.nth(2).hover();
  await legends.nth(2).hover({ position: { x: 12, y: 6 } });
  await page.mouse.up();
  await page.waitForURL(/saved=yes/);
  await expect.poll(async () => (await titles())[2]?.replace(/^3/, '1')).toBe(first);
  await part(id, 'abbreviations');
  await page.locator('[name="n.Abbreviation.short"]').fill('VPĐK');
  await page.locator('[name="n.Abbreviation.long"]').fill('Văn phòng đăng ký');
  await page.locator('.editor-new button').click();
  await page.waitForURL(/saved=yes/);
  expect((await getRevision(open.ward.db, actor, id)).source).toContain(
    '<Abbreviation short="VPĐK" long="Văn phòng đăng ký" />',
  );
});

test('the source shows its findings at their lines and saves itself; the form then shows the same text', async () => {
  const { id } = await open.ward.db
    .selectFrom('revision')
    .select('id')
    .where('state', '=', 'draft')
    .where('agency_id', '=', actor.agencyId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  const faults: string[] = [];
  page.on(
    'console',
    (message) => /Refused|Content Security/.test(message.text()) && faults.push(message.text()),
  );
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.url}/revisions/${id}/edit`, { waitUntil: 'load' });
  await page.waitForSelector('.cm-content');
  await look('source');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Dòng cuối được gõ vào đây.');
  await savedByItself();
  expect((await getRevision(open.ward.db, actor, id)).source).toContain('Dòng cuối được gõ vào đây.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  await page.waitForSelector('.cm-lint-marker-error');
  await look('source-refused');
  await page.keyboard.press('Backspace');
  await page.waitForSelector('.cm-lint-marker-error', { state: 'detached' });
  await part(id, 'sections');
  const texts = await page
    .locator('textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  expect(texts.join(' ')).toContain('Dòng cuối được gõ vào đây.');
  expect(faults).toEqual([]);
});

test('two people write in one draft: the second sees both texts and loses nothing', async () => {
  const id = await imported().catch(async () => {
    const { id: known } = await open.ward.db
      .selectFrom('revision')
      .select('id')
      .where('state', '=', 'draft')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    return known;
  });
  await part(id, 'head');
  const other = await page.context().newPage();
  await other.goto(`${server.url}/revisions/${id}/form?part=head`, { waitUntil: 'load' });
  await page.locator('[name="f.title.en"]').fill('First writer');
  await savedByItself();
  await other.locator('[name="f.title.en"]').fill('Second writer');
  await other.waitForSelector('#field-theirs');
  expect(await other.inputValue('#field-theirs')).toContain('First writer');
  expect(await other.inputValue('#field-source')).toContain('Second writer');
  if (looks) await other.screenshot({ path: `${looks}/conflict-1280.png`, fullPage: true });
  await other.close();
});

test('every part fits a phone and can be used without seeing or pointing', async () => {
  const { id } = await open.ward.db
    .selectFrom('revision')
    .select('id')
    .where('state', '=', 'draft')
    .where('agency_id', '=', actor.agencyId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  // axe brings its own script into the page, which our policy would refuse.
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true });
  await context.addCookies(await page.context().cookies());
  const phone = await context.newPage();
  const paths = [...formParts.slice(0, 7).map((name) => `form?part=${name}`), 'edit'];
  for (const path of paths) {
    await phone.goto(`${server.url}/revisions/${id}/${path}`, { waitUntil: 'load' });
    if (path === 'edit') await phone.waitForSelector('.cm-content');
    const over = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
    const axe = new AxeBuilder({ page: phone }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    expect(violations.map((one) => `${path} ${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  }
  await context.close();
});
