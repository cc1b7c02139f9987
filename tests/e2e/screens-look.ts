import { readdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { homeAgency, openSession } from '#app/modules/accounts/session.server.ts';
import { accountRoles, systemOf } from '#app/permissions/actor.ts';
import { evidenceTables } from '#db/migrations/all.ts';
import { samplePeople } from '#db/sample/people.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { filledPath, type PaperRoute, routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { samplePlaces } from '#tests/harness/sample-places.ts';
import { openSampleWard, sampleToday } from '#tests/harness/sample-ward.ts';
import { testBuild } from '#tests/http/test-build.ts';
import { startTestServer } from '#tests/http/test-server.ts';
import { openBrowser } from './browser.ts';

export interface Look {
  language: 'vi' | 'en';
  width: number;
  theme: 'light' | 'dark';
  /** Looking with axe takes longest; the texts alone are quick. */
  axe: boolean;
}

/** What no reader may see: names of messages instead of their words. */
const messageKeys = new Set(
  readdirSync('content/messages').flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(`content/messages/${name}`, 'utf8'))),
  ),
);

/** The sample ward in a real browser, opened by one person who may see every screen. */
export async function openScreens() {
  const { ward, clock, close } = await openSampleWard();
  const agencyId = await homeAgency(ward.db);
  const places = await samplePlaces(ward.db, agencyId);
  const officer = await ward.db
    .selectFrom('officer')
    .select('id')
    .where('key', '=', 'thao')
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const account = {
    login: 'all-seeing',
    displayName: 'Nguyễn Phương Thảo',
    officerId: officer.id,
    roles: [...accountRoles],
  };
  const token = await inTransaction(ward.db, async (trx) => {
    const id = await createAccount(trx, systemOf(agencyId), account, sampleToday);
    return openSession(trx, id, { address: '10.0.0.1', browser: 'test' }, sampleToday);
  });
  const server = await startTestServer({ installation: ward, clock });
  const { build } = await testBuild();
  const routes = (await routesOnPaper()).filter(({ id }) => build.routes[id]?.module.default !== undefined);
  const typed = await typedTexts(ward.db);
  const browser: Browser = await openBrowser();
  const pages = new Map<string, Page>();
  return {
    routes,
    server,
    pathOf: (route: PaperRoute) => filledPath(route.path, places(route.id)),
    /** Everything that is wrong with a screen, one line each. */
    faultsOf: async (route: PaperRoute, look: Look): Promise<string[]> => {
      const name = JSON.stringify(look);
      const page = pages.get(name) ?? (await openPage(browser, server.url, look, token));
      pages.set(name, page);
      return lookAt(page, `${server.url}${filledPath(route.path, places(route.id))}`, look, typed);
    },
    close: async () => {
      await browser.close();
      await server.close();
      await close();
    },
  };
}

async function openPage(browser: Browser, url: string, look: Look, token: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.theme,
    // axe brings its own script into the page, which our policy would refuse.
    bypassCSP: true,
  });
  await context.addCookies([
    { name: 'lang', value: look.language, url },
    { name: 'session', value: token, url },
  ]);
  return context.newPage();
}

async function lookAt(page: Page, url: string, look: Look, typed: string): Promise<string[]> {
  const faults: string[] = [];
  const onFault = (error: Error) => faults.push(`script fault: ${error.message}`);
  page.on('pageerror', onFault);
  const answer = await page.goto(url, { waitUntil: 'load' });
  const status = answer?.status() ?? 0;
  if (status >= 500 || status === 403) faults.push(`answers ${status}`);
  if ((await page.getAttribute('html', 'lang')) !== look.language) faults.push('is in another language');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${over} pixels wider than the screen`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} main headings`);
  faults.push(...(await wordsOf(page, look.language, typed)));
  if (look.axe) {
    const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      faults.push(`axe ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  }
  page.off('pageerror', onFault);
  return faults;
}

/** Message names that nobody translated, and Vietnamese words on an English page that are not marked as Vietnamese. */
async function wordsOf(page: Page, language: 'vi' | 'en', typed: string): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: { text: string; lang: string }[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? '';
      if (
        !parent ||
        text === '' ||
        parent.closest('script, style, textarea, noscript, title, code, pre, .editor-source')
      )
        continue;
      texts.push({ text, lang: parent.closest('[lang]')?.getAttribute('lang') ?? '' });
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        if (one.getAttribute(name))
          texts.push({
            text: one.getAttribute(name) ?? '',
            lang: one.closest('[lang]')?.getAttribute('lang') ?? '',
          });
    return texts;
  });
  const faults = shown
    .flatMap(({ text }) => text.split(/\s+/))
    .filter(
      (word) => messageKeys.has(word) || /^[a-z-]+\.(field|state|refusal|act|title)\.[a-z-]+$/.test(word),
    )
    .map((word) => `shows the name of a message: ${word}`);
  if (language === 'en') {
    const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
    for (const { text, lang } of shown)
      if (
        lang !== 'vi' &&
        piecesOf(text).some((piece) => vietnamese.test(withoutNames(piece)) && !typed.includes(piece))
      )
        faults.push(`Vietnamese unmarked: ${text.slice(0, 80)}`);
  }
  return [...new Set(faults)];
}

/** Names of people and places, and numbers of decisions, are the same in every language (WCAG 3.1.2). */
const names = new RegExp(
  [
    'An Bình Đông',
    'Nam Giang',
    'Hà Nội',
    'Rõ Việc',
    'rõ',
    ...samplePeople.map((person) => person.name),
    '[A-ZĐ0-9./-]*(QĐ|NĐ|KPH|ĐGNB|KTĐK|UBND)[A-ZĐ0-9/-]*',
  ].join('|'),
  'g',
);

function withoutNames(text: string): string {
  return text.replace(names, '');
}

/** A line that is put together of the program's words and of words that people typed. */
function piecesOf(text: string): string[] {
  return text
    .split(/ [–—·] |[“”]|: /)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/**
 * Everything that people of the office have written, in whatever language: it is theirs, not the program's. What the
 * record holds in both languages does not count, for then the English page has its English words.
 */
async function typedTexts(db: Db): Promise<string> {
  const texts: string[] = [];
  for (const table of evidenceTables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) {
        const alsoEnglish = name.endsWith('_vi') && row[name.replace(/_vi$/, '_en')];
        if (typeof value === 'string' && !alsoEnglish && name !== 'source') texts.push(value);
      }
  }
  return texts.join('\n');
}
