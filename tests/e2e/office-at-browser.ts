import type { Browser, Page } from 'playwright-core';
import { homeAgency, openSession } from '#app/modules/accounts/session.server.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openSampleWard } from '#tests/harness/sample-ward.ts';
import { startTestServer } from '#tests/http/test-server.ts';
import { openBrowser } from './browser.ts';

/** A folder for pictures of every screen that is passed, at a desk and on a phone; none are taken without it. */
const pictures = process.env.QMS_LOOKS;

/** The sample ward, its server and a browser in which its people come and go, each in their own window. */
export interface OfficeAtBrowser {
  db: Db;
  url: string;
  /** Faults of scripts and refusals of the content policy, in any window. */
  faults: string[];
  /** A window in which this person has signed in. */
  windowOf(key: string): Promise<Page>;
  /** Everybody goes home; the office opens again at another time. */
  comesTo(instant: string): Promise<void>;
  look(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<OfficeAtBrowser> {
  const { ward, clock, close } = await openSampleWard();
  const { db } = ward;
  const agencyId = await homeAgency(db);
  const server = await startTestServer({ installation: ward, clock });
  const browser = await openBrowser();
  const windows = new Map<string, Page>();
  const faults: string[] = [];
  return {
    db,
    url: server.url,
    faults,
    look,
    windowOf: async (key) => {
      const known = windows.get(key);
      if (known) return known;
      const { id } = await db
        .selectFrom('account')
        .select('id')
        .where('login_folded', '=', key)
        .where('agency_id', '=', agencyId)
        .executeTakeFirstOrThrow();
      const token = await inTransaction(db, (trx) =>
        openSession(trx, id, { address: '10.0.0.1', browser: 'test' }, clock.now()),
      );
      const page = await openWindow(browser, server.url, token);
      page.on('pageerror', (error) => faults.push(`${key}: ${error.message}`));
      page.on('console', (message) => {
        if (/Refused|Content Security|Hydration/.test(message.text()))
          faults.push(`${key}: ${message.text()}`);
      });
      windows.set(key, page);
      return page;
    },
    comesTo: async (instant) => {
      for (const page of windows.values()) await page.context().close();
      windows.clear();
      clock.set(instant);
    },
    close: async () => {
      await browser.close();
      await server.close();
      await close();
    },
  };
}

async function openWindow(browser: Browser, url: string, token: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  await context.addCookies([
    { name: 'lang', value: 'vi', url },
    { name: 'session', value: token, url },
  ]);
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: `${pictures}/${name}-${width}.png`,
      fullPage: true,
      clip: { x: 0, y: 0, width, height: 1900 },
    });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
