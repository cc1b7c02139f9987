import { isCollection, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { FrontMatterEntry } from './outline-shape.ts';

/** Where the values of a front matter stand; `start` is the offset of its first line. The guard has read it before. */
export function frontMatterEntries(yaml: string, start: number): FrontMatterEntry[] {
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', merge: false });
  if (!isMap(document.contents)) return [];
  const entries: FrontMatterEntry[] = [];
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const after = isNode(pair.key) ? (pair.key.range?.[1] ?? 0) + 1 : 0;
    if (key === 'title' && isMap(pair.value)) {
      const flow = pair.value.flow === true;
      entries.push(entryOf(yaml, start, 'title', pair.value, after));
      for (const member of pair.value.items) {
        const name = isScalar(member.key) ? String(member.key.value) : '';
        const from = isNode(member.key) ? (member.key.range?.[1] ?? 0) + 1 : 0;
        entries.push({ ...entryOf(yaml, start, `title.${name}`, member.value, from), flow });
      }
    } else entries.push(entryOf(yaml, start, key, pair.value, after));
  }
  return entries;
}

function entryOf(yaml: string, start: number, path: string, node: unknown, after: number): FrontMatterEntry {
  const value = isScalar(node) ? node.value : isCollection(node) ? node.toJSON() : null;
  const range = isNode(node) ? node.range : null;
  const from = range?.[0] ?? after;
  // A block list ends with its last line; the line end after it is not its own.
  const to = from + yaml.slice(from, range?.[1] ?? from).trimEnd().length;
  return { path, value, span: { start: start + from, end: start + to }, flow: false };
}
