/** One syntax-tree node of a document, as far as the rules of the profile look at it. */
export interface TextNode {
  type: string;
  value?: string;
  children?: TextNode[];
  /** Of components; null for a nameless `<>`. */
  name?: string | null;
  attributes?: TextAttribute[];
  url?: string;
  title?: string | null;
  alt?: string | null;
  label?: string | null;
  identifier?: string;
  depth?: number;
  lang?: string | null;
  checked?: boolean | null;
  align?: (string | null)[];
  data?: Record<string, unknown>;
  position?: { start: TextPoint; end: TextPoint };
}

interface TextPoint {
  line: number;
  column: number;
  offset?: number;
}

export interface TextAttribute {
  type: string;
  name?: string;
  /** A literal string; null for a bare name; an object for an expression. */
  value?: string | null | object;
  position?: { start: TextPoint; end: TextPoint };
}

export function isComponent(node: TextNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function placeOf(node: { position?: { start: TextPoint } }): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The literal attributes of a component that the guard has passed. */
export function attributesOf(node: TextNode): Map<string, string> {
  const found = new Map<string, string>();
  for (const attribute of node.attributes ?? []) {
    if (attribute.name !== undefined && typeof attribute.value === 'string') {
      found.set(attribute.name, attribute.value);
    }
  }
  return found;
}

/** Space-separated keys of a list attribute. */
export function keysIn(value: string | undefined): string[] {
  return (value ?? '').split(/\s+/).filter((key) => key !== '');
}

/** Calls `enter` for every node below `root`, outermost first, with its ancestors (nearest last). */
export function walk(root: TextNode, enter: (node: TextNode, ancestors: readonly TextNode[]) => void): void {
  const ancestors: TextNode[] = [root];
  const descend = (node: TextNode) => {
    enter(node, ancestors);
    ancestors.push(node);
    for (const child of node.children ?? []) descend(child);
    ancestors.pop();
  };
  for (const child of root.children ?? []) descend(child);
}

/** A copy that later steps may change: same text, without positions and without notes of the parser. */
export function copyTree(node: TextNode): TextNode {
  const { position: _position, data: _data, children, attributes, ...rest } = node;
  const copy: TextNode = { ...rest };
  if (attributes) {
    copy.attributes = attributes.map(({ type, name, value }) => ({ type, name, value: value ?? null }));
  }
  if (children) copy.children = children.map(copyTree);
  return copy;
}

/** Plain text below a node, blocks parted by a space, white space collapsed. */
export function plainText(node: TextNode, spoken?: (node: TextNode) => string | null): string {
  const parts: string[] = [];
  const descend = (one: TextNode) => {
    const said = spoken?.(one);
    if (said === null) return;
    if (said !== undefined && said !== '') parts.push(' ', said, ' ');
    if (one.value !== undefined && one.type !== 'yaml') parts.push(one.value);
    if (one.type === 'break') parts.push(' ');
    for (const child of one.children ?? []) descend(child);
    if (!inlineTypes.has(one.type)) parts.push(' ');
  };
  descend(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const inlineTypes = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'footnoteReference',
  'mdxJsxTextElement',
]);
