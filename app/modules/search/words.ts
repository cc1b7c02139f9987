import { fold, spelling } from './fold.ts';

/** A word of a text with its place in the NFC text. */
export interface PlacedWord {
  folded: string;
  spelled: string;
  from: number;
  to: number;
}

const longestWord = 40;

/** The words of a text that is NFC already. */
export function wordsIn(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = found[0];
    const { folded, spelled } = formsOf(word);
    words.push({ folded, spelled, from: found.index, to: found.index + word.length });
  }
  return words;
}

/** A few thousand syllables make all Vietnamese texts: what was folded once is remembered, up to a limit. */
const known = new Map<string, Pick<PlacedWord, 'folded' | 'spelled'>>();
const mostKnown = 20_000;

function formsOf(word: string): Pick<PlacedWord, 'folded' | 'spelled'> {
  let forms = known.get(word);
  if (forms === undefined) {
    forms = { folded: fold(word).slice(0, longestWord), spelled: spelling(word).slice(0, longestWord) };
    if (known.size >= mostKnown) known.clear();
    if (word.length <= longestWord) known.set(word, forms);
  }
  return forms;
}

/** Where words can stand, best first. */
export const places = ['code', 'title', 'step', 'form', 'record', 'legal', 'body'] as const;
export type Place = (typeof places)[number];

export const placeTerm = (place: Place): string => `@${place}`;
export const agencyTerm = (agencyId: string): string => `@${agencyId}`;
/** Each word stands in the index a second time, as it is spelled. */
const spelledTerm = (spelled: string): string => `=${spelled}`;

/** What the index of an entry holds: its agency, its place, and each of its words once. */
export function indexTerms(agencyId: string, place: Place, text: string): string {
  const terms = new Set([agencyTerm(agencyId), placeTerm(place)]);
  for (const word of wordsIn(text.normalize('NFC'))) terms.add(word.folded).add(spelledTerm(word.spelled));
  return [...terms].join(' ');
}

export interface AskedWord {
  folded: string;
  spelled: string;
  /** The last word, when longer than a letter, also finds longer words. */
  isPrefix: boolean;
}

const mostWords = 12;

/** What was typed, as words; whatever is no letter or digit only parts them. */
export function askedWords(typed: string): AskedWord[] {
  const words = wordsIn(typed.slice(0, 400).normalize('NFC')).slice(0, mostWords);
  return words.map(({ folded, spelled }, at) => ({
    folded,
    spelled,
    isPrefix: at === words.length - 1 && folded.length >= 2,
  }));
}

/** Terms an entry must hold, the last perhaps only begun. */
export interface AskedTerms {
  terms: string[];
  prefix: string | null;
}

export function foldedTerms(asked: readonly AskedWord[]): AskedTerms {
  return {
    terms: asked.filter((word) => !word.isPrefix).map((word) => word.folded),
    prefix: asked.find((word) => word.isPrefix)?.folded ?? null,
  };
}

/** The same words with their marks. A last word whose tone is typed is finished. */
export function spelledTerms(asked: readonly AskedWord[]): AskedTerms {
  const isOpen = (word: AskedWord) => word.isPrefix && !word.spelled.includes('=');
  const open = asked.find(isOpen);
  return {
    terms: asked.filter((word) => !isOpen(word)).map((word) => spelledTerm(word.spelled)),
    prefix: open ? spelledTerm(open.spelled) : null,
  };
}

function finds(asked: AskedWord, word: PlacedWord): boolean {
  return asked.isPrefix ? word.folded.startsWith(asked.folded) : word.folded === asked.folded;
}

export interface Excerpt {
  text: string;
  /** From and to of the words found, within `text`. */
  marks: [number, number][];
}

const excerptLength = 220;
const before = 60;

/** From and to of the words found in a text that is NFC. */
export function marksIn(text: string, asked: readonly AskedWord[]): [number, number][] {
  return wordsIn(text)
    .filter((word) => asked.some((one) => finds(one, word)))
    .map((word) => [word.from, word.to]);
}

/** The part of a text around the first place where most of the words asked for stand together, with their places. */
export function excerptOf(text: string, asked: readonly AskedWord[]): Excerpt {
  const whole = text.normalize('NFC');
  const words = wordsIn(whole);
  const hits = words.filter((word) => asked.some((one) => finds(one, word)));
  const start = cutBefore(whole, bestStart(hits) - before);
  const end = cutAfter(whole, start + excerptLength);
  const shown = `${start > 0 ? '… ' : ''}${whole.slice(start, end)}${end < whole.length ? ' …' : ''}`;
  const shift = (start > 0 ? 2 : 0) - start;
  const marks = hits
    .filter((hit) => hit.from >= start && hit.to <= end)
    .map((hit): [number, number] => [hit.from + shift, hit.to + shift]);
  return { text: shown, marks };
}

function bestStart(hits: readonly PlacedWord[]): number {
  let best = 0;
  let most = 0;
  for (const [at, hit] of hits.slice(0, 400).entries()) {
    const near = new Set<string>();
    for (let next = at; next < hits.length; next += 1) {
      const other = hits[next];
      if (!other || other.to > hit.from + excerptLength - before) break;
      near.add(other.folded);
    }
    if (near.size > most) [most, best] = [near.size, hit.from];
  }
  return best;
}

function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 30 ? at : space + 1;
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space < at - 30 ? at : space;
}
