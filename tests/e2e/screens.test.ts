import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { openScreens } from './screens-look.ts';

/** Addresses that answer with a file or lead elsewhere; what they are is decided by the build, not here. */
const all = await routesOnPaper();
let screens: Awaited<ReturnType<typeof openScreens>>;
beforeAll(async () => {
  screens = await openScreens();
}, 300_000);
afterAll(() => screens?.close());

test('every screen of the sample ward fits a phone, can be read by all and speaks the reader’s language', async () => {
  const faults: string[] = [];
  for (const route of screens.routes) {
    for (const look of [
      { language: 'vi', width: 360, theme: 'light', axe: true },
      { language: 'en', width: 1280, theme: 'dark', axe: false },
    ] as const) {
      for (const fault of await screens.faultsOf(route, look))
        faults.push(`${screens.pathOf(route)} (${route.id}, ${look.language}): ${fault}`);
    }
  }
  expect(faults.join('\n')).toBe('');
  expect(screens.routes.length).toBeGreaterThan(60);
  expect(screens.routes.length).toBeLessThanOrEqual(all.length);
  expect(screens.server.log).toEqual([]);
}, 600_000);
