import { sha256 } from '#app/modules/journal/canonical.ts';

/** A piece of a text that is read and acknowledged by itself: `section:<id>`, its own words, or `step:<id>`. */
export interface TextPart {
  key: string;
  /** SHA-256 of its source, white space folded: the same words are the same part in every revision. */
  hash: string;
}

/** Written for a step that a revision no longer has: that it is gone is what was read. */
export const goneHash = 'gone';

export const sectionPart = (id: string) => `section:${id}`;
export const stepPart = (id: string) => `step:${id}`;

const tag = /<(\/?)(Section|Step)((?:\s+[A-Za-z-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const idOf = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * The parts of a guarded text in their order. A section's own words are its source without the steps and sections in
 * it, so a change of one step leaves the section around it as it was.
 */
export function partsOf(source: string): TextPart[] {
  const open: { key: string; words: string; at: number }[] = [];
  const parts: { key: string; words: string; at: number }[] = [];
  let end = 0;
  for (const match of source.matchAll(tag)) {
    const [whole, closing, name, attributes = '', selfClosing] = match;
    const top = open.at(-1);
    if (top) top.words += source.slice(end, match.index);
    end = match.index + whole.length;
    if (closing) {
      const done = open.pop();
      if (done) parts.push(done);
      continue;
    }
    const id = idOf.exec(attributes);
    const key = (name === 'Step' ? stepPart : sectionPart)(id?.[1] ?? id?.[2] ?? '');
    const part = { key, words: attributes, at: match.index };
    if (selfClosing) parts.push(part);
    else open.push(part);
  }
  const seen = new Set<string>();
  return parts
    .sort((a, b) => a.at - b.at)
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map(({ key, words }) => ({ key, hash: sha256(words.replace(/\s+/g, ' ').trim()) }));
}
