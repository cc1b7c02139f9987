import { attributesOf, isComponent, type TextNode } from './text-tree.ts';

/** Attributes a reader sees as words, in the order they are read. */
const spokenAttributes: Readonly<Record<string, readonly string[]>> = {
  Section: ['title'],
  Case: ['title', 'reason'],
  Step: ['title', 'result'],
  Paper: ['name', 'original', 'copies'],
  Record: ['name', 'keeper'],
  Field: ['label', 'options', 'columns'],
  Abbreviation: ['short', 'long'],
  FormRef: ['code'],
};

/** What a component says by its attributes, for plain text. */
export function spoken(node: TextNode): string {
  const names = isComponent(node) ? (spokenAttributes[node.name ?? ''] ?? []) : [];
  if (names.length === 0) return '';
  const attributes = attributesOf(node);
  return names
    .map((name) => attributes.get(name) ?? '')
    .join(' ')
    .trim();
}

/** The same without definitions of abbreviations; null leaves the node out. */
export function spokenOutsideAbbreviations(node: TextNode): string | null {
  return node.name === 'Abbreviation' ? null : spoken(node);
}
