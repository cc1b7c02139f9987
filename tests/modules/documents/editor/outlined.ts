import { outlineable } from '#app/mdx/guard.ts';
import { outlineOf } from '#app/mdx/outline.ts';
import type { Outline } from '#app/mdx/outline-shape.ts';
import { shownProse } from '#app/modules/documents/editor/prose.ts';

/** The outline as the press child makes it; the text must be one that can be taken apart. */
export function outlined(source: string): Outline {
  const text = outlineable(source);
  if (!text) throw new Error(`This text cannot be taken apart:\n${source}`);
  return outlineOf(text);
}

export interface Picture {
  name: string;
  attributes: Record<string, string>;
  prose: string[];
  children: Picture[];
}

/** What an outline says, without places. */
export function pictureOf(source: string, outline: Outline): { head: Record<string, string>; body: Picture } {
  const shown = (prose: Outline['prose']) =>
    prose
      .map(({ span }) => shownProse(source.slice(span.start, span.end)).trim())
      .filter((text) => text !== '');
  const pictures = outline.components.map(
    (one): Picture => ({
      name: one.name,
      attributes: Object.fromEntries(one.attributes.map(({ name, value }) => [name, value])),
      prose: shown(one.prose),
      children: [],
    }),
  );
  const body: Picture = { name: '', attributes: {}, prose: shown(outline.prose), children: [] };
  for (const [number, one] of outline.components.entries()) {
    const picture = pictures[number];
    if (picture) (pictures[one.parent] ?? body).children.push(picture);
  }
  const head = Object.fromEntries(
    outline.frontMatter.map(({ path, value }) => [path, JSON.stringify(value)]),
  );
  return { head, body };
}
