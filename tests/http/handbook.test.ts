import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHandbookPage, hasHandbook, listHandbook } from '#app/http/handbook.server.ts';
import { createTextPress } from '#app/mdx/text-press.ts';

const head = (vi: string, en: string) => `---\nkind: manual\ntitle: { vi: "${vi}", en: "${en}" }\n---\n\n`;
const folder = mkdtempSync(join(tmpdir(), 'ro-viec-handbook-'));
const press = createTextPress();

beforeAll(() => {
  mkdirSync(join(folder, 'decisions'));
  writeFileSync(join(folder, 'start.vi.mdx'), `${head('Bắt đầu', 'Getting started')}Xin chào.\n`);
  writeFileSync(join(folder, 'start.en.mdx'), `${head('Bắt đầu', 'Getting started')}Welcome.\n`);
  writeFileSync(join(folder, 'decisions', '0001-one.mdx'), `${head('Một', 'One')}Why.\n`);
  writeFileSync(join(folder, 'broken.mdx'), 'export const evil = 1\n');
});
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the handbook', () => {
  it('is read in the reader’s language where it is written in it', async () => {
    expect((await findHandbookPage(press, folder, 'start', 'vi'))?.html).toContain('Xin chào.');
    expect((await findHandbookPage(press, folder, 'start', 'en'))?.html).toContain('Welcome.');
    expect((await findHandbookPage(press, folder, 'decisions/0001-one', 'vi'))?.html).toContain('Why.');
  });

  it('lists its pages, those for users first, and leaves out what the guard refuses', async () => {
    const pages = await listHandbook(press, folder, 'vi');
    expect(pages.map((page) => page.path)).toEqual(['start', 'decisions/0001-one']);
    expect(hasHandbook(folder)).toBe(true);
    expect(hasHandbook(join(folder, 'nowhere'))).toBe(false);
  });

  it('has no address outside its folder', async () => {
    for (const path of ['../start', '/etc/passwd', 'decisions/../start', '', 'constructor']) {
      expect(await findHandbookPage(press, folder, path, 'vi')).toBeNull();
    }
  });
});
