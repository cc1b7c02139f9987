import type { Span } from '#app/mdx/outline-shape.ts';

/** Other text for a span of the source; an empty span is an insertion. */
export interface Replacement extends Span {
  text: string;
}

/** Spans of siblings and which of them stands in whose place from now on: `order[place]` is the number of a span. */
interface Arrangement {
  places: readonly Span[];
  order: readonly number[];
}

/** Two edits wanted the same place; the text stays as it was. */
export class EditsOverlap extends Error {}

/** The source with the replacements in place and the siblings in their new order. Every other byte stays as it was. */
export function withReplacements(
  source: string,
  replacements: readonly Replacement[],
  arrangement: Arrangement = { places: [], order: [] },
): string {
  const sorted = replacements
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && one.end > next.start) throw new EditsOverlap();
  }
  const { places, order } = arrangement;
  let written = '';
  let at = 0;
  for (const [place, span] of places.entries()) {
    const taken = places[order[place] ?? place] ?? span;
    written +=
      rendered(source, at, span.start, sorted, false) +
      rendered(source, taken.start, taken.end, sorted, true);
    at = span.end;
  }
  return written + rendered(source, at, source.length, sorted, false);
}

/** `inside`: insertions at the very edges belong to the text around, not to this piece. */
function rendered(
  source: string,
  start: number,
  end: number,
  sorted: readonly Replacement[],
  inside: boolean,
): string {
  let written = '';
  let at = start;
  for (const one of sorted) {
    const isInsertion = one.start === one.end;
    const within =
      isInsertion && inside ? one.start > start && one.end < end : one.start >= start && one.end <= end;
    if (!within) {
      if (one.start < end && one.end > start && !(one.start <= start && one.end >= end && isInsertion))
        throw new EditsOverlap();
      continue;
    }
    written += source.slice(at, one.start) + one.text;
    at = one.end;
  }
  return written + source.slice(at, end);
}
