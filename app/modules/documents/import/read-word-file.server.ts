import type { Locale } from '#app/i18n/locale.ts';
import { message } from './message.ts';
import { openWordArchive } from './word-archive.server.ts';
import { WordBody } from './word-body.ts';
import {
  cellsOf,
  paragraphsOf,
  type ReadRefusal,
  type ReadRefusalRule,
  type WordDocument,
} from './word-document.ts';
import { elementOf, parseXml, type XmlElement } from './xml-tree.ts';

/** Ten times the longest procedure we know; beyond it a file is no procedure, and reading it would hold others up. */
const mostCharacters = 500_000;
const mostInOnePlace = 20_000;

/** Reads a `.docx`; a file that cannot be read comes back as one sentence, never as an exception. */
export async function readWordFile(
  bytes: Buffer,
  file: string,
  locale: Locale = 'vi',
): Promise<WordDocument | ReadRefusal> {
  const refuse = (rule: ReadRefusalRule): ReadRefusal => ({
    file,
    refused: { rule, message: message(locale, rule) },
  });
  const parts = await openWordArchive(bytes);
  if (typeof parts === 'string') return refuse(parts);
  try {
    const document = toDocument(parts, file);
    const lengths = paragraphsOf([...document.blocks, ...document.headers, ...document.footers]).map(
      (p) => p.text.length,
    );
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (total === 0) return refuse('import.file.no-text');
    const most = lengths.reduce((longest, length) => Math.max(longest, length), longestCell(document));
    return total > mostCharacters || most > mostInOnePlace ? refuse('import.file.too-large') : document;
  } catch {
    // Whatever the XML of a stranger's file does to the readers, it is a broken file to the person importing it.
    return refuse('import.file.broken');
  }
}

function longestCell(document: WordDocument): number {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return tables.flatMap(cellsOf).reduce((longest, cell) => Math.max(longest, cell.text.length), 0);
}

function toDocument(parts: ReadonlyMap<string, string>, file: string): WordDocument {
  const part = (name: string): XmlElement | null => {
    const text = parts.get(name);
    return text === undefined ? null : parseXml(text);
  };
  const body = new WordBody({
    numbering: part('word/numbering.xml'),
    styles: part('word/styles.xml'),
    footnotes: part('word/footnotes.xml'),
  });
  const main = elementOf(part('word/document.xml') ?? undefined, 'w:body');
  if (main === undefined) throw new Error('no body');
  const named = (pattern: RegExp) =>
    [...parts.keys()]
      .filter((name) => pattern.test(name))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .flatMap((name) => paragraphsOf(body.blocks(parseXml(parts.get(name) ?? ''))))
      .filter((paragraph) => paragraph.text !== '');
  return {
    file,
    blocks: body.blocks(main),
    headers: named(/^word\/header\d*\.xml$/),
    footers: named(/^word\/footer\d*\.xml$/),
  };
}
