import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';

/** A page of the handbook: its address under `/handbook/`, and its text per language where there are two. */
export interface HandbookPage {
  /** `architecture`, `decisions/0001-remix` … */
  path: string;
  title: { vi: string; en: string | null };
  language: Locale;
  html: string;
}

interface Read {
  stamp: string;
  page: Promise<HandbookPage | null>;
}

const read = new Map<string, Read>();

/** Files `page.mdx`, or `page.vi.mdx` and `page.en.mdx`, by path; only what stands in the folder has an address. */
function handbookFiles(folder: string): Map<string, Partial<Record<Locale | 'any', string>>> {
  const files = new Map<string, Partial<Record<Locale | 'any', string>>>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const match = /^(.*?)(?:\.(vi|en))?\.mdx$/.exec(relative('.', name).split(sep).join('/'));
    if (!match?.[1]) continue;
    const versions = files.get(match[1]) ?? {};
    versions[match[2] === 'vi' || match[2] === 'en' ? match[2] : 'any'] = join(folder, name);
    files.set(match[1], versions);
  }
  return files;
}

function pressed(press: TextPress, path: string, file: string): Promise<HandbookPage | null> {
  const stamp = `${statSync(file).mtimeMs}`;
  const before = read.get(file);
  if (before?.stamp === stamp) return before.page;
  const page = press.preview(readFileSync(file, 'utf8'), { file: path, locale: 'en' }).then((drawn) => {
    if (!drawn.compiled || drawn.html === null) return null;
    const { title, language } = drawn.compiled.frontMatter;
    return { path, title, language, html: drawn.html };
  });
  // A press that was busy is asked again by the next reader.
  page.catch(() => read.delete(file));
  read.set(file, { stamp, page });
  return page;
}

export async function findHandbookPage(
  press: TextPress,
  folder: string,
  path: string,
  locale: Locale,
): Promise<HandbookPage | null> {
  const versions = handbookFiles(folder).get(path);
  const file = versions?.[locale] ?? versions?.any ?? versions?.vi ?? versions?.en;
  return file ? pressed(press, path, file) : null;
}

/** Rooms of the handbook in the order people need them: how to use it, how it is built, why it is built so. */
const handbookRooms = ['use', 'building', 'decisions'] as const;
type HandbookRoom = (typeof handbookRooms)[number];

const buildingPages = new Set(['architecture', 'house-rules', 'glossary']);

function roomOf(path: string): HandbookRoom {
  if (path.startsWith('decisions/')) return 'decisions';
  return buildingPages.has(path) ? 'building' : 'use';
}

/** All pages by room and path, without their text. */
export async function listHandbook(press: TextPress, folder: string, locale: Locale) {
  const found: (Pick<HandbookPage, 'path' | 'title' | 'language'> & { room: HandbookRoom })[] = [];
  for (const path of handbookFiles(folder).keys()) {
    const page = await findHandbookPage(press, folder, path, locale);
    if (page) found.push({ path, title: page.title, language: page.language, room: roomOf(path) });
  }
  return found.sort((a, b) => handbookRooms.indexOf(a.room) - handbookRooms.indexOf(b.room));
}

export function hasHandbook(folder: string): boolean {
  return handbookFiles(folder).size > 0;
}
