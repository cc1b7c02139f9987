import type { CompiledDocument, Place } from '#app/mdx/compiled-document.ts';
import { error, type Fault, warning } from './fault.ts';

/** Abbreviations are defined once and used; what is used is defined. A guess from capitals, so only ever a warning. */
export function faultsOfAbbreviations(document: CompiledDocument): Fault[] {
  const text = wordsOf(document);
  const faults: Fault[] = [];
  const defined = new Map<string, Place>();
  for (const abbreviation of document.abbreviations) {
    const short = abbreviation.short.normalize('NFC');
    const values = { short, long: abbreviation.long };
    if (defined.has(short)) faults.push(error('check.abbreviation.doubled', abbreviation, values));
    else if (!isUsed(short, text)) faults.push(warning('check.abbreviation.unused', abbreviation, values));
    defined.set(short, abbreviation);
  }
  for (const short of undefinedIn(text, new Set(defined.keys()))) {
    faults.push(warning('check.abbreviation.undefined', placeOf(short, document), { short }));
  }
  return faults;
}

/** All words a reader sees, one part a line so that the capitals of one title do not touch those of the next. */
function wordsOf(document: CompiledDocument): string {
  const { text, sections, cases, steps, records, papers, rules, fields } = document;
  return [
    text,
    ...sections.map((section) => section.title),
    ...cases.map((one) => one.title),
    ...steps.flatMap((step) => [step.title, step.text, step.result ?? '']),
    ...records.map((record) => record.name),
    ...papers.map((paper) => paper.name),
    ...rules.map((rule) => rule.text),
    ...fields.map((field) => field.label),
  ]
    .join('\n')
    .normalize('NFC');
}

function isUsed(short: string, text: string): boolean {
  const literal = short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/;
const capitals = /^[\p{Lu}&]{2,}$/u;
const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
/** First parts of number-signs ("NĐ-CP", "QĐ-UBND") and forms of signing ("TM.", "KT.") of administrative texts. */
const numberSigns = new Set(['NĐ', 'TT', 'TTLT', 'QĐ', 'NQ', 'NQLT', 'CT', 'KH', 'VBHN', 'UBTVQH']);
const signingForms = new Set(['TM', 'KT', 'TL', 'TUQ']);
/** Names everybody knows, not short for words of the text. */
const names = new Set([
  'ISO',
  'TCVN',
  'IEC',
  'PDF',
  'QR',
  'SMS',
  'USB',
  'OK',
  'XML',
  'CSV',
  'HTML',
  'URL',
  'VN',
  'STT',
  'TT',
]);

/** Abbreviations used without a definition, in order of first use. */
export function undefinedIn(text: string, defined: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    const words = line.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''));
    const inHeading = headings(words);
    for (const [index, word] of words.entries()) {
      const bare = word.replace(/\.+$/, '');
      if (/\p{N}/u.test(bare) || inHeading.has(index) || isSign(bare, word, words[index + 1])) continue;
      for (const part of bare.split(/[/,;:()]+/))
        for (const short of missingFrom(part, defined)) found.add(short);
    }
  }
  return [...found];
}

/** "VH-XH" is one abbreviation, but when its halves are defined on their own it is made of two that are known. */
function missingFrom(part: string, defined: ReadonlySet<string>): string[] {
  const halves = part.split(/[-–]/);
  if (defined.has(part) || (halves.length > 1 && numberSigns.has(halves[0] ?? ''))) return [];
  const missing = halves.filter((half) => isAbbreviation(half) && !defined.has(half));
  return missing.length > 1 && missing.length === halves.length ? [part] : missing;
}

function isAbbreviation(part: string): boolean {
  const composed = part.normalize('NFC');
  if (!capitals.test(composed) || isWord(composed)) return false;
  return !roman.test(composed) && !names.has(composed);
}

/** A tone mark is only ever written on a whole word, never on an abbreviation. */
function isWord(text: string): boolean {
  return tone.test(text.normalize('NFD'));
}

/** Positions inside runs of capitals that hold a whole word ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"). */
function headings(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  let run: number[] = [];
  for (const [index, word] of [...words, ''].entries()) {
    if (/^\p{Lu}+$/u.test(word.normalize('NFC'))) run.push(index);
    else {
      if (run.length > 1 && run.some((at) => isWord(words[at] ?? ''))) for (const at of run) found.add(at);
      run = [];
    }
  }
  return found;
}

function isSign(bare: string, word: string, following: string | undefined): boolean {
  if (numberSigns.has(bare)) return /^\p{N}/u.test(following ?? '') || following === 'số';
  return signingForms.has(bare) && word.endsWith('.');
}

/** The smallest part of the text that shows the abbreviation; the top when only the whole text does. */
function placeOf(short: string, { steps, sections }: CompiledDocument): Place {
  const step = steps.find((one) => isUsed(short, [one.title, one.text, one.result ?? ''].join('\n')));
  const section = sections.find((one) => isUsed(short, `${one.title}\n${one.text}`));
  return step ?? section ?? { line: 1, column: 1 };
}
