import { frontMatterEntries } from './front-matter-entries.ts';
import type { OutlineableText } from './guard.ts';
import { movedTo } from './outline-places.ts';
import type { Outline, OutlineComponent, OutlineProse, Span } from './outline-shape.ts';
import { componentRule } from './profile.ts';
import { isComponent, placeOf, type TextNode } from './text-tree.ts';

const proseTypes = new Set(
  ['paragraph', 'text', 'emphasis', 'strong', 'delete', 'heading', 'list', 'listItem', 'blockquote'].concat(
    ['thematicBreak', 'break', 'table', 'tableRow', 'tableCell', 'link', 'linkReference', 'definition'],
    ['inlineCode', 'footnoteReference', 'footnoteDefinition'],
  ),
);

const sentenceTypes = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'break',
]);

/** Components, attributes and stretches of a text that the guard could read. Evaluates nothing. */
export function outlineOf(text: OutlineableText): Outline {
  const { source, tree, frontMatter } = text;
  const components: OutlineComponent[] = [];
  const yaml = tree.children?.[0];
  const yamlStart = (yaml?.position?.start.offset ?? 0) + '---\n'.length;
  const body = (tree.children ?? []).filter((node) => node !== yaml);
  const prose = readBody(source, body, -1, components, true);
  const outline: Outline = {
    kind: frontMatter.kind,
    frontMatter: frontMatterEntries(yaml?.value ?? '', yamlStart),
    frontMatterEnd: yamlStart + (yaml?.value ?? '').length,
    components,
    prose,
  };
  return movedTo(text.original, outline);
}

/** Reads what stands in a body in the order of the text; gives the stretches of Markdown of the body itself. */
function readBody(
  source: string,
  children: readonly TextNode[],
  parent: number,
  components: OutlineComponent[],
  holdsText: boolean,
): OutlineProse[] {
  const prose: OutlineProse[] = [];
  let open: OutlineProse | null = null;
  for (const child of children) {
    if (isBlock(child)) {
      open = null;
      readComponent(source, child, parent, components, false);
      continue;
    }
    const mixed = readInside(source, child, parent, components);
    const span = spanOf(child);
    if (!holdsText || (child.type === 'text' && child.value?.trim() === '')) continue;
    // Words on the line of their tags have no lines of their own.
    const fixed = mixed || sentenceTypes.has(child.type) || !isProse(source, child);
    if (open && open.fixed === fixed) open.span.end = span.end;
    else {
      open = { span: { start: lineStartBefore(source, span.start), end: span.end }, fixed };
      prose.push(open);
    }
  }
  return prose;
}

/** Components inside Markdown (in sentences, lists, quotes); true when one of them is more than a mention. */
function readInside(source: string, node: TextNode, parent: number, components: OutlineComponent[]): boolean {
  if (isComponent(node)) {
    readComponent(source, node, parent, components, true);
    return componentRule(node.name ?? '')?.stands !== 'inline';
  }
  let mixed = false;
  for (const child of node.children ?? []) {
    if (readInside(source, child, parent, components)) mixed = true;
  }
  return mixed;
}

function readComponent(
  source: string,
  node: TextNode,
  parent: number,
  components: OutlineComponent[],
  inline: boolean,
): void {
  const name = node.name ?? '';
  const span = spanOf(node);
  const attributes = (node.attributes ?? []).flatMap(({ name: attribute, value, position }) =>
    attribute !== undefined && typeof value === 'string' && position
      ? [{ name: attribute, value, span: spanOf({ position }) }]
      : [],
  );
  const afterAttributes = attributes.at(-1)?.span.end ?? span.start + 1 + name.length;
  const headEnd = source.indexOf('>', afterAttributes) + 1;
  const closesItself = source[headEnd - 2] === '/';
  const component: OutlineComponent = {
    ...{ name, parent, inline, span, headEnd, closesItself, attributes, prose: [] },
    ...placeOf(node),
    endLine: node.position?.end.line ?? placeOf(node).line,
    bodyEnd: closesItself ? headEnd : source.lastIndexOf('</', span.end),
  };
  const number = components.push(component) - 1;
  const holdsText = componentRule(name)?.holds === 'text';
  component.prose = readBody(source, node.children ?? [], number, components, holdsText);
}

function isBlock(node: TextNode): boolean {
  return isComponent(node) && componentRule(node.name ?? '')?.stands !== 'inline';
}

/** Lines of words: each line can be read, changed and escaped by itself. */
function isProse(source: string, node: TextNode): boolean {
  if (isComponent(node)) return componentRule(node.name ?? '')?.stands === 'inline' && isOneLine(node);
  if (!proseTypes.has(node.type)) return false;
  if (node.type === 'inlineCode' && !isOneLine(node)) return false;
  return (node.children ?? []).every((child) => isProse(source, child));
}

function isOneLine(node: TextNode): boolean {
  return node.position?.start.line === node.position?.end.line;
}

function spanOf(node: Pick<TextNode, 'position'>): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/** The white space before the first words of a line belongs to the line. */
function lineStartBefore(source: string, offset: number): number {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return source.slice(start, offset).trim() === '' ? start : offset;
}
