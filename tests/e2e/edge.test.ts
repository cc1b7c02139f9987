import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#tests/http/test-server.ts';
import { openBrowser } from './browser.ts';

let server: TestServer;
let staff: TestServer;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startTestServer();
  const citizen = await server.services.findActor(null);
  staff = await startTestServer({
    findActor: async () => ({
      ...citizen,
      accountId: 'account-an',
      name: 'Lê Thị An',
      roles: ['quality-officer'],
    }),
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await staff?.close();
});

/** A page and everything its browser complained of: refused scripts, faults, missing files. */
async function open(at: TestServer, path: string, settings: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext({ locale: 'vi-VN', ...settings });
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${at.url}${path}`, { waitUntil: 'networkidle' });
  return { page, complaints, close: () => context.close() };
}

describe('every page', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('is readable by all in %s at %i pixels', async (colorScheme, width) => {
    for (const [at, path] of [
      [server, '/'],
      [server, '/khong-co'],
      [staff, '/khong-co'],
    ] as const) {
      // axe brings its own script into the page, which our policy would refuse.
      const { page, close } = await open(at, path, {
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: true,
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map((violation) => `${path} ${violation.id}`)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await close();
    }
  });

  it('gives the browser nothing to complain of', async () => {
    for (const [at, path] of [
      [server, '/'],
      [staff, '/'],
      [staff, '/administration'],
    ] as const) {
      const { complaints, close } = await open(at, path);
      expect(complaints).toEqual([]);
      await close();
    }
  });
});

/** Puts an element with an inline handler into a page and says whether the handler ran. */
function slipIn(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.ran = true');
        image.addEventListener('error', () => resolve('ran' in window));
        image.src = '/nothing.png';
        document.body.append(image);
      }),
  );
}

it('the policy of a page stops a script that somebody slipped in', async () => {
  for (const at of [server, staff]) {
    const guarded = await open(at, '/');
    expect(await slipIn(guarded.page)).toBe(false);
    await guarded.close();
    // The same without the policy, so that the test shows it can see a script run.
    const unguarded = await open(at, '/', { bypassCSP: true });
    expect(await slipIn(unguarded.page)).toBe(true);
    await unguarded.close();
  }
});

it('language and theme are chosen without any script, and stay', async () => {
  const { page, close } = await open(server, '/', { javaScriptEnabled: false });
  await page.getByText('Hiển thị').click();
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.getByText('Display').click();
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await close();
});

it('the keyboard reaches the content first, and every link shows where it is', async () => {
  const { page, close } = await open(server, '/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => location.hash)).toBe('#main');
  await close();
});
