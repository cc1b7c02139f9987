import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routePaths } from '#app/http/pages.ts';
import type { AccountRole } from '#app/permissions/actor.ts';
import { testBuild } from '#tests/http/test-build.ts';
import { startTestServer, type TestServer } from '#tests/http/test-server.ts';
import { openBrowser } from './browser.ts';

/** Every address that needs no name of a thing, as a new office shows it. */
let server: TestServer;
let browser: Browser;
let paths: string[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startTestServer();
  const { build } = await testBuild();
  const shown = Object.fromEntries(Object.entries(build.routes).filter(([, route]) => route?.module.default));
  paths = [...routePaths({ ...build, routes: shown })].filter((path) => !/[:*]/.test(path)).sort();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The public, the administrator, and one who may do all that staff may do. */
const people: { who: string; roles: AccountRole[] }[] = [
  { who: 'a citizen', roles: [] },
  { who: 'the administrator', roles: ['admin'] },
  { who: 'the staff', roles: ['quality-officer', 'leader', 'auditor'] },
];

it.each(people)(
  'a new office has no broken page for $who, on a phone and in the dark',
  async ({ roles }) => {
    const citizen = await server.services.findActor(null);
    server.services.findActor = async () =>
      roles.length === 0 ? citizen : { ...citizen, accountId: 'account-an', name: 'Lê Thị An', roles };
    const faults: string[] = [];
    const seen = new Set<string>();
    for (const [width, colorScheme] of [
      [360, 'dark'],
      [1280, 'light'],
    ] as const) {
      // axe brings its own script into the page, which our policy would refuse.
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      for (const path of paths) {
        const answer = await page.goto(`${server.url}${path}`);
        const status = answer?.status() ?? 0;
        if (status >= 500) faults.push(`${path}: ${status}`);
        // What says no is one page, looked at in edge.test.ts.
        if (status !== 200) continue;
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) faults.push(`${path}: ${over} pixels too wide at ${width}`);
        const headings = await page.locator('h1').count();
        if (headings !== 1) faults.push(`${path}: ${headings} main headings`);
        if (seen.has(`${width} ${page.url()}`)) continue;
        seen.add(`${width} ${page.url()}`);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
          .analyze();
        for (const { id, nodes } of violations) faults.push(`${path}: ${id} ${nodes[0]?.html.slice(0, 120)}`);
      }
      await context.close();
    }
    expect(faults).toEqual([]);
    expect(server.log).toEqual([]);
  },
  360_000,
);
