import { oneLine } from './folded.ts';

/** Prose as it must stand in a document: nothing in it is read as Markdown, a tag or an expression. */
export function escapeProse(text: string): string {
  const inside = oneLine(text)
    .replace(/[\\`*_{}[\]<|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return inside
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[#>=+-]/, '\\$&')
    .replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

/** A literal attribute: one line, quotes and ampersands as entities, at most 1,000 characters. */
export function attribute(name: string, value: string): string {
  const line = oneLine(value);
  const short = line.length > 900 ? `${line.slice(0, 899)}…` : line;
  return writtenAttribute(name, short);
}

/** `name="value"` with the value on one line; nothing of it is cut. */
export function writtenAttribute(name: string, value: string): string {
  return `${name}="${oneLine(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
}

export function tag(name: string, attributes: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === '' ? [] : [attribute(key, value)],
  );
  return `<${[name, ...written].join(' ')}`;
}

type ListKind = 'dashes' | 'numbers';

/** Lines of a Word text as Markdown: dashes and numbers become lists, pluses items below a dash, the rest paragraphs. */
export function proseBlocks(lines: readonly string[]): string {
  const blocks: string[] = [];
  let open: { kind: ListKind; items: string[]; nested: boolean } | null = null;
  for (const line of lines.flatMap((text) => text.split('\n'))) {
    const item = listItem(line);
    if (item === null) {
      open = null;
      if (oneLine(line) !== '') blocks.push(escapeProse(line.replace(/^\*\s*(?=\S)/, '')));
      continue;
    }
    if (open === null || open.kind !== item.kind) {
      open = { kind: item.kind, items: [], nested: false };
      blocks.push('');
    }
    const below = item.mark.startsWith('+') && open.nested;
    open.nested = open.nested || !item.mark.startsWith('+');
    open.items.push(
      `${below ? '  ' : ''}${item.kind === 'numbers' ? item.mark : '-'} ${escapeProse(item.text)}`,
    );
    blocks[blocks.length - 1] = open.items.join('\n');
  }
  return blocks.join('\n\n');
}

function listItem(line: string): { kind: ListKind; mark: string; text: string } | null {
  const dash = /^\s*([-–•]|\+\)?)\s*(?=\S)(.*)$/u.exec(line);
  if (dash) return { kind: 'dashes', mark: dash[1] ?? '-', text: dash[2] ?? '' };
  const number = /^\s*(\d{1,2})[.)]\s+(\S.*)$/u.exec(line);
  return number ? { kind: 'numbers', mark: `${Number(number[1])}.`, text: number[2] ?? '' } : null;
}
