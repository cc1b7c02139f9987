import { editsBetween } from '../comparison/text-changes.ts';

/**
 * Words of a stretch as a person reads and types them: `<` and `{` stand as themselves, a mention of the law, a form
 * or a fee as `[[căn cứ: nd-123-2015]]`. Everything else of Markdown stays as it is written.
 */

const mentions = [
  { word: 'căn cứ', component: 'LegalBasis', attribute: 'ref' },
  { word: 'biểu mẫu', component: 'FormRef', attribute: 'code' },
  { word: 'phí', component: 'Fee', attribute: 'item' },
] as const;

export type MentionComponent = (typeof mentions)[number]['component'];

/** How a mention is typed. */
export function typedMention(component: MentionComponent, value: string): string {
  const mention = mentions.find((one) => one.component === component);
  return `[[${mention?.word}: ${value}]]`;
}

/** How a mention stands in the text. */
function writtenMention(component: MentionComponent, value: string): string {
  const mention = mentions.find((one) => one.component === component);
  return `<${component} ${mention?.attribute}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" />`;
}

const tagOrEscape = /<(LegalBasis|FormRef|Fee)\s+(?:ref|code|item)="([^"]*)"\s*(?:\/>|>\s*<\/\1>)|\\([<{}])/g;
const typedToken = /\[\[([^\][\n]{1,300})\]\]/g;

/** One line of a text as it is shown to be edited, without its line end. */
export function shownLine(raw: string): string {
  return outsideCode(raw.replace(/\r$/, ''), (words) =>
    words.replace(tagOrEscape, (_whole, component: MentionComponent | undefined, value, escaped) =>
      component ? typedMention(component, unescaped(value)) : escaped,
    ),
  );
}

/** One typed line as it must stand in the text: no tag, no expression, no import. */
export function writtenLine(typed: string): string {
  const line = outsideCode(typed, (words) => {
    let written = '';
    let at = 0;
    for (const token of words.matchAll(typedToken)) {
      const mention = mentionIn(token[1] ?? '');
      written += escaped(words.slice(at, token.index));
      written += mention ? writtenMention(mention.component, mention.value) : escaped(token[0]);
      at = token.index + token[0].length;
    }
    return written + escaped(words.slice(at));
  });
  return line.replace(
    /^(\s*)(import|export)\b/,
    (_whole, space, word: string) => `${space}&#${word.charCodeAt(0)};${word.slice(1)}`,
  );
}

/** `căn cứ: nd-123-2015` between the brackets; other words in brackets are words. */
function mentionIn(inside: string): { component: MentionComponent; value: string } | null {
  const [word = '', ...rest] = inside.split(':');
  const kind = mentions.find((one) => one.word === word.normalize('NFC').trim().toLowerCase());
  const value = rest.join(':').trim();
  return kind && value !== '' ? { component: kind.component, value } : null;
}

/** Typed mentions with `resolve`d values; null when one names nothing. A mention in code is words. */
export function withMentions(
  typed: string,
  resolve: (component: MentionComponent, value: string) => string | null,
): string | null {
  let unknown = false;
  const written = outsideCode(typed, (words) =>
    words.replace(typedToken, (token, inside: string) => {
      const mention = mentionIn(inside);
      if (!mention) return token;
      const key = resolve(mention.component, mention.value);
      if (key === null) unknown = true;
      return key === null ? token : typedMention(mention.component, key);
    }),
  );
  return unknown ? null : written;
}

function escaped(words: string): string {
  return words.replace(/(?<!\\)(\\*)([<{}])/g, (found, slashes: string, sign) =>
    slashes.length % 2 === 1 ? found : `${slashes}\\${sign}`,
  );
}

function unescaped(value: string): string {
  return value.replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}

/** Code between backticks says `<` and `{` as themselves. */
function outsideCode(line: string, change: (words: string) => string): string {
  if (!line.includes('`')) return change(line);
  let written = '';
  let at = 0;
  for (const code of line.matchAll(/(?<![`\\])(`+)(?!`)(.*?)(?<!`)\1(?!`)/g)) {
    written += change(line.slice(at, code.index)) + code[0];
    at = code.index + code[0].length;
  }
  return written + change(line.slice(at));
}

/** A stretch as it is shown: the indentation that all its lines share is not part of the words. */
export function shownProse(raw: string): string {
  const lines = raw.split('\n');
  const indent = sharedIndent(lines);
  return lines.map((line) => shownLine(line.slice(line.trim() === '' ? 0 : indent)).trimEnd()).join('\n');
}

/**
 * The stretch with what was typed. A line that shows as before keeps its bytes; a new or changed one is written with
 * the indentation of the stretch. Gives the very same text when nothing was changed.
 */
export function editedProse(raw: string, typed: string, indentOfEmpty = 0): string {
  const lines = raw === '' ? [] : raw.split('\n');
  const before = raw === '' ? [] : shownProse(raw).split('\n');
  const words = withoutEmptyEdges(
    typed
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map((line) => line.trimEnd()),
  );
  const start = before.length - withoutEmptyStart(before).length;
  const core = withoutEmptyEdges(before);
  if (core.join('\n') === words.join('\n')) return raw;
  const indent = raw === '' ? indentOfEmpty : sharedIndent(lines);
  const lineEnd = lines[0]?.endsWith('\r') ? '\r' : '';
  const written: string[] = lines.slice(0, start);
  let at = start;
  for (const edit of editsBetween(core, words)) {
    if (edit.kind === 'same') written.push(lines[at++] ?? '');
    else if (edit.kind === 'removed') at++;
    else written.push(edit.text === '' ? lineEnd : ' '.repeat(indent) + writtenLine(edit.text) + lineEnd);
  }
  return [...written, ...lines.slice(start + core.length)].join('\n');
}

/** Lines of a text as stored, where each typed line that says the same keeps its own bytes (line end, composition). */
export function keepingOwnLines(stored: string, typed: string): string {
  const own = stored.split('\n');
  const shown = own.map((line) =>
    line
      .replace(/\r$/, '')
      .replace(/^\ufeff/, '')
      .normalize('NFC'),
  );
  const words = typed.split('\n');
  if (shown.join('\n') === words.join('\n')) return stored;
  if (own.every((line, at) => line === shown[at])) return typed;
  let at = 0;
  const written: string[] = [];
  for (const edit of editsBetween(shown, words)) {
    if (edit.kind === 'same') written.push(own[at++] ?? '');
    else if (edit.kind === 'removed') at++;
    else written.push(own[0]?.endsWith('\r') ? `${edit.text}\r` : edit.text);
  }
  return written.join('\n');
}

function sharedIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

function withoutEmptyStart(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first);
}

function withoutEmptyEdges(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return withoutEmptyStart(lines.slice(0, last + 1));
}
