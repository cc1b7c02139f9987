import type { OutlineComponent } from '#app/mdx/outline-shape.ts';
import type { Replacement } from './replacements.ts';

/** Takes a component away with its lines, and with one of the two empty lines around it. */
export function removal(source: string, { span }: OutlineComponent): Replacement {
  const lineStart = source.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = endOfLine(source, span.end);
  const alone =
    /^\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)?$/.test(source.slice(lineStart, span.start)) &&
    source.slice(span.end, lineEnd).trim() === '';
  if (!alone) return { start: span.start, end: span.end, text: '' };
  const emptyBefore = lineStart === 0 || isEmptyLine(source, source.lastIndexOf('\n', lineStart - 2) + 1);
  const emptyAfter = lineEnd < source.length && isEmptyLine(source, lineEnd);
  const end = emptyBefore && emptyAfter ? endOfLine(source, lineEnd) : lineEnd;
  return { start: lineStart, end, text: '' };
}

/** Just after the line end. */
function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end + 1;
}

function isEmptyLine(source: string, start: number): boolean {
  return source.slice(start, endOfLine(source, start)).trim() === '';
}
