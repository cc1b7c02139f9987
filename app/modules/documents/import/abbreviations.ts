import { foldWords, oneLine } from './folded.ts';
import type { ImportedAbbreviation } from './imported-procedure.ts';
import { cellsOfRow } from './table-heads.ts';
import { type Block, cellsOf, type Paragraph } from './word-document.ts';

const separated = /^[-+•*\s]*(["“]?)([^\s:=][^:=]{0,28}?)\1\s*(?::|=|\s[–-]\s|\blà\b)\s*(\S.*)$/u;

/** "UBND : Ủy ban nhân dân" as pairs; from lines, or from a table of two such columns. */
export function abbreviationsIn(blocks: readonly Block[]): ImportedAbbreviation[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? inLine(block) : inTable(block)));
}

function inLine(paragraph: Paragraph): ImportedAbbreviation[] {
  return paragraph.text.split('\n').flatMap((line) => {
    const match = separated.exec(line);
    const pair =
      match === null
        ? null
        : { short: oneLine(match[2] ?? ''), long: oneLine(match[3] ?? '').replace(/[;.]$/, '') };
    return pair !== null && isShort(pair.short) && pair.long.length > 2 ? [pair] : [];
  });
}

function inTable(block: Block & { kind: 'table' }): ImportedAbbreviation[] {
  if (cellsOf(block).length > 400) return [];
  return block.grid.flatMap((_row, at) => {
    const texts = cellsOfRow(block, at)
      .map((cell) => oneLine(cell.text))
      .filter((text) => text !== '' && !/^\d{1,2}[.)]?$/.test(text));
    const [short = '', long = ''] = texts;
    const isHead = /viet tat|ky hieu|tu ngu|thuat ngu/.test(foldWords(short));
    return texts.length === 2 && !isHead && isShort(short) ? [{ short, long }] : [];
  });
}

/** An abbreviation has two capitals, or is one short word with a capital: `UBND`, `TTr`, `CN & TC`, `Đề án 30`. */
function isShort(text: string): boolean {
  const capitals = [...text].filter((letter) => /\p{Lu}/u.test(letter)).length;
  return (
    text.length <= 24 && (capitals >= 2 || (/\d/.test(text) && capitals >= 1)) && text.split(' ').length <= 5
  );
}

/** How often a text uses an abbreviation; number-signs such as 101/QĐ-BKHCN are no use of QĐ. */
export function countUses(text: string, short: string): number {
  const found = withoutSigns(text).matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])${literally(short)}(?![\\p{L}\\p{N}])`, 'gu'),
  );
  return [...found].length;
}

/** Everybody in the field knows these; a text need not define them. */
const common = new Set([
  'UBND',
  'HĐND',
  'TCVN',
  'ISO',
  'QLHC',
  'ĐKKH',
  'VND',
  'USD',
  'CCCD',
  'CMND',
  'HTX',
  'TNHH',
  'STT',
  'PDF',
  'QR',
  'SMS',
  'ĐT',
  'TP',
]);

/** Abbreviations of three letters and more used at least twice and explained nowhere. */
export function undefinedAbbreviations(text: string, defined: readonly ImportedAbbreviation[]): string[] {
  const known = new Set(defined.flatMap((pair) => [pair.short, ...pair.short.split(/[\s&/]+/)]));
  const counts = new Map<string, number>();
  for (const line of withoutSigns(text).split('\n')) {
    // A line in capitals says nothing about abbreviations.
    if (line === line.toUpperCase()) continue;
    for (const [word] of line.matchAll(/(?<![\p{L}\p{N}./-])\p{Lu}{3,12}(?![\p{L}\p{N}/-])/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(
      ([word, count]) =>
        count >= 2 &&
        !known.has(word) &&
        !common.has(word) &&
        !/^[IVXLC]+$/.test(word) &&
        !isExplained(text, word) &&
        !looksLikeWord(word, text),
    )
    .map(([word]) => word);
}

function isExplained(text: string, word: string): boolean {
  const at = literally(word);
  return (
    new RegExp(`(?:gọi (?:tắt )?là|viết tắt(?: là)?|\\()\\s*["“]?${at}["”]?\\s*\\)?`, 'u').test(text) &&
    new RegExp(`\\(\\s*(?:sau đây )?(?:gọi|viết)?[^()]{0,30}${at}\\s*\\)`, 'u').test(text)
  );
}

/** Capitals that are an emphasised word of the language stand elsewhere in small letters too, or hold marks inside. */
function looksLikeWord(word: string, text: string): boolean {
  return (
    /[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]/u.test(word) ||
    text.includes(` ${word.toLowerCase()} `)
  );
}

function withoutSigns(text: string): string {
  return text.replace(/\d+(?:\.\d+)?\s*\/\s*(?:\d{4}\s*\/\s*)?[A-ZĐ][\p{L}\d]*(?:-[\p{L}\d]+)*/gu, ' ');
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
