import type { Outline, OutlineProse, Span } from './outline-shape.ts';

/** Every place again, in the text as it is stored: with its byte-order mark and its own line ends. */
export function movedTo(original: string, outline: Outline): Outline {
  const mark = original.startsWith('\ufeff') ? 1 : 0;
  if (mark === 0 && !original.includes('\r\n')) return outline;
  const returns: number[] = [];
  for (let at = original.indexOf('\r\n'); at !== -1; at = original.indexOf('\r\n', at + 2))
    returns.push(at - mark - returns.length);
  const move = (offset: number) => offset + mark + returns.filter((at) => at < offset).length;
  const moveSpan = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
  const moveProse = (one: OutlineProse): OutlineProse => ({ ...one, span: moveSpan(one.span) });
  return {
    ...outline,
    frontMatter: outline.frontMatter.map((entry) => ({ ...entry, span: moveSpan(entry.span) })),
    frontMatterEnd: move(outline.frontMatterEnd),
    prose: outline.prose.map(moveProse),
    components: outline.components.map((one) => ({
      ...one,
      span: moveSpan(one.span),
      headEnd: move(one.headEnd),
      bodyEnd: move(one.bodyEnd),
      attributes: one.attributes.map((attribute) => ({ ...attribute, span: moveSpan(attribute.span) })),
      prose: one.prose.map(moveProse),
    })),
  };
}
