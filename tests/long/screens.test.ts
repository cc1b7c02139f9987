import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreens } from '#tests/e2e/screens-look.ts';

let screens: Awaited<ReturnType<typeof openScreens>>;
beforeAll(async () => {
  screens = await openScreens();
}, 300_000);
afterAll(() => screens?.close());

const looks = (['vi', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [360, 768, 1280].map((width) => ({ language, theme, width, axe: true })),
  ),
);

test.each(looks)('every screen in $language, $theme, at $width pixels', async (look) => {
  const faults: string[] = [];
  for (const route of screens.routes)
    for (const fault of await screens.faultsOf(route, look)) faults.push(`${route.id}: ${fault}`);
  expect(faults.join('\n')).toBe('');
});
