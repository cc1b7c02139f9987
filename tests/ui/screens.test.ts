import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const screens = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join('app', name), 'utf8') }));

it('no screen writes a style attribute: the page policy would not let it take effect', () => {
  const shown = screens.filter(({ name }) => !name.startsWith('mdx/'));
  expect(shown.filter(({ text }) => /\bstyle=\{/.test(text)).map(({ name }) => name)).toEqual([]);
});

it('HTML is put into a page in two places only: the press’s own, and our one script', () => {
  const places = screens
    .filter(({ text }) => text.includes('dangerouslySetInnerHTML'))
    .map(({ name }) => name);
  expect(places.sort()).toEqual(['root.tsx', join('ui', 'document-page.tsx')]);
});
