import type { FrontMatterEntry, Outline } from '#app/mdx/outline-shape.ts';
import type { Replacement } from './replacements.ts';

export type FrontMatterValue = string | boolean | null | string[] | Record<string, string[]>;

interface Change {
  path: string;
  value: FrontMatterValue;
}

/** Lines of a front matter in the order of the house. */
const order = [
  ...['code', 'kind', 'title', 'unit', 'field', 'clauses', 'tthc', 'confidentiality', 'public', 'review'],
  'language',
];

/** Changed values in their places, new lines where the house writes them, taken-away ones with their lines. */
export function frontMatterReplacements(
  source: string,
  outline: Outline,
  changes: readonly Change[],
): Replacement[] {
  return changes.flatMap((change): Replacement[] => {
    const entry = outline.frontMatter.find((one) => one.path === change.path);
    const value = change.value;
    if (!entry) {
      if (isEmpty(value)) return [];
      return [
        change.path === 'title.en' ? newTitle(source, outline, value) : newLine(source, outline, change),
      ];
    }
    if (saysTheSame(entry, value)) return [];
    if (isEmpty(value))
      return [change.path === 'title.en' ? withoutTitle(source, outline, entry) : lineOf(source, entry)];
    const space = source[entry.span.start - 1] === ':' ? ' ' : '';
    return [
      {
        ...entry.span,
        text: `${space}${change.path.startsWith('title') ? quoted(String(value)) : inYaml(value)}`,
      },
    ];
  });
}

function isEmpty(value: FrontMatterValue): value is null {
  if (value === null || value === '') return true;
  return typeof value === 'object' && (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}

function saysTheSame(entry: FrontMatterEntry, value: FrontMatterValue): boolean {
  const plain = (one: unknown): unknown => {
    if (one === 'yes') return true;
    if (one === 'no') return false;
    if (one === null || one === undefined || one === '') return null;
    if (typeof one === 'string') return one.replace(/\s+/g, ' ').trim();
    if (Array.isArray(one)) return one.length === 0 ? null : one;
    return typeof one === 'object' && Object.keys(one).length === 0 ? null : one;
  };
  return JSON.stringify(plain(entry.value)) === JSON.stringify(plain(value));
}

function newLine(source: string, outline: Outline, { path, value }: Change): Replacement {
  const before = order.slice(0, order.indexOf(path));
  const ends = outline.frontMatter
    .filter((entry) => before.includes(entry.path))
    .map((entry) => endOfLine(source, entry.span.end));
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const text = `${path}: ${inYaml(value)}`;
  if (ends.length > 0) {
    const at = Math.max(...ends);
    return { start: at, end: at, text: `${lineEnd}${text}` };
  }
  const at = source.indexOf('\n') + 1;
  return { start: at, end: at, text: `${text}${lineEnd}` };
}

/** `, en: "…"` behind the Vietnamese title, on a line of its own where the titles stand on lines. */
function newTitle(source: string, outline: Outline, value: FrontMatterValue): Replacement {
  const first = outline.frontMatter.find((entry) => entry.path === 'title.vi');
  const at = first?.span.end ?? outline.frontMatterEnd;
  if (first?.flow !== false) return { start: at, end: at, text: `, en: ${quoted(String(value))}` };
  const line = source.slice(source.lastIndexOf('\n', first.span.start - 1) + 1, first.span.start);
  const indent = /^\s*/.exec(line)?.[0] ?? '  ';
  return { start: at, end: at, text: `\n${indent}en: ${quoted(String(value))}` };
}

function withoutTitle(source: string, outline: Outline, entry: FrontMatterEntry): Replacement {
  if (!entry.flow) return lineOf(source, entry);
  const vietnamese = outline.frontMatter.find((one) => one.path === 'title.vi');
  const comesAfter = vietnamese !== undefined && vietnamese.span.end < entry.span.start;
  if (comesAfter) return { start: vietnamese.span.end, end: entry.span.end, text: '' };
  return { ...entry.span, text: 'null' };
}

/** The whole line (or lines) of an entry with its key. */
function lineOf(source: string, { span }: FrontMatterEntry): Replacement {
  const line = source.lastIndexOf('\n', span.start - 1) + 1;
  // A block list begins below its key.
  const hasKey = source.slice(line, span.start).includes(':');
  const keyed = hasKey ? line : source.lastIndexOf('\n', line - 2) + 1;
  return { start: keyed, end: Math.min(source.length, endOfLine(source, span.end) + 1), text: '' };
}

/** Where the line ends, before its line end. */
function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  if (end === -1) return source.length;
  return source[end - 1] === '\r' ? end - 1 : end;
}

function inYaml(value: FrontMatterValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([key, list]) => `${quoted(key)}: ${inYaml(list)}`);
    return `{ ${members.join(', ')} }`;
  }
  const text = value ?? '';
  const isPlain =
    /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/.test(text) &&
    !/^(?:yes|no|true|false|null|on|off|y|n)$/i.test(text);
  return isPlain ? text : quoted(text);
}

/** A string of JSON is a string of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
