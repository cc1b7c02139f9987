import type { Inline, TextNode } from './sheet.ts';

const code = /(?<![\p{L}\d-])[\p{Lu}\d]{1,6}(?:-[\p{Lu}\d]{1,6}){1,3}(?![\p{L}\d-])/gu;

/** A code such as QT-TP-01 or QĐ-UBND is not broken at its hyphens: it becomes a part of its own that stays whole. */
export function wholeCodes(text: TextNode['text']): TextNode['text'] {
  if (typeof text !== 'string') return text.flatMap(partsOf);
  const parts = partsOf(text);
  return parts.length === 1 && parts[0] === text ? text : parts;
}

function partsOf(part: string | Inline): (string | Inline)[] {
  const words = typeof part === 'string' ? part : part.text;
  const look: Omit<Inline, 'text'> = typeof part === 'string' ? {} : part;
  const found = look.noWrap || look.link ? [] : [...words.matchAll(code)];
  if (found.length === 0) return [part];
  const parts: Inline[] = [];
  let from = 0;
  for (const match of found) {
    if (match.index > from) parts.push({ ...look, text: words.slice(from, match.index) });
    parts.push({ ...look, text: match[0], noWrap: true });
    from = match.index + match[0].length;
  }
  if (from < words.length) parts.push({ ...look, text: words.slice(from) });
  return parts;
}
