import { isAllowedAddress } from './address.ts';
import { forbiddenCharacters } from './characters.ts';
import { componentFaults } from './component-rules.ts';
import { limits } from './profile.ts';
import type { GuardFault, GuardRule } from './sentences.ts';
import { isComponent, placeOf, type TextNode, walk } from './text-tree.ts';

/** What Markdown a document may hold. Anything that is not here is refused: a new node type of the parser too. */
const allowedTypes = new Set([
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'code',
  'inlineCode',
  'thematicBreak',
  'break',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'linkReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
]);

const refusedTypes: Readonly<Record<string, GuardRule>> = {
  mdxjsEsm: 'guard.import',
  mdxFlowExpression: 'guard.expression',
  mdxTextExpression: 'guard.expression',
  image: 'guard.image',
  imageReference: 'guard.image',
  html: 'guard.html',
};

/**
 * Everything in a tree that is not on the allow-list. An empty answer means: literal text, Markdown structure and
 * known components with checked literal attributes, and nothing else.
 */
export function allowListFaults(root: TextNode): GuardFault[] {
  const size = sizeFault(root);
  if (size) return [size];
  if (root.type !== 'root') return [{ rule: 'guard.node', ...placeOf(root), details: { type: root.type } }];
  const faults: GuardFault[] = [];
  walk(root, (node, ancestors) => {
    if (isComponent(node)) {
      faults.push(...componentFaults(node, ancestors));
      return;
    }
    if (node.type === 'yaml' && ancestors.length === 1 && root.children?.[0] === node) return;
    faults.push(...markdownFaults(node));
  });
  return [...faults, ...repeatedIds(root)];
}

function markdownFaults(node: TextNode): GuardFault[] {
  const place = placeOf(node);
  if (!allowedTypes.has(node.type)) {
    const name = node.value?.slice(0, 40) ?? '';
    return [{ rule: refusedTypes[node.type] ?? 'guard.node', ...place, details: { type: node.type, name } }];
  }
  const faults: GuardFault[] = [];
  if (node.data && Object.keys(node.data).some((name) => name.startsWith('h'))) {
    faults.push({ rule: 'guard.node', ...place, details: { type: node.type } });
  }
  if ((node.type === 'link' || node.type === 'definition') && !isAllowedAddress(node.url ?? '')) {
    faults.push({ rule: 'guard.address', ...place, details: { address: shown(node.url ?? '') } });
  }
  // The raw text was searched already; this finds what stood as `&#x202E;`.
  for (const text of [node.value, node.title, node.label]) {
    for (const found of forbiddenCharacters(text ?? '', 1)) {
      faults.push({ rule: found.rule, ...place, details: { code: found.code } });
    }
  }
  return faults;
}

/** Counts without recursion, so that a text nested a hundred thousand deep is a finding and no crash. */
function sizeFault(root: TextNode): GuardFault | null {
  let nodes = 0;
  let level: TextNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    nodes += level.length;
    if (depth > limits.depth && first) {
      return { rule: 'guard.depth', ...placeOf(first), details: { limit: limits.depth } };
    }
    if (nodes > limits.nodes && first) {
      return { rule: 'guard.nodes', ...placeOf(first), details: { limit: limits.nodes } };
    }
    level = level.flatMap((node) => node.children ?? []);
  }
  return null;
}

/** One id, one thing: per component, whatever part of the text it stands in. */
function repeatedIds(root: TextNode): GuardFault[] {
  const seen = new Map<string, number>();
  const faults: GuardFault[] = [];
  walk(root, (node) => {
    if (!isComponent(node) || !node.name) return;
    const id = node.attributes?.find((attribute) => attribute.name === 'id')?.value;
    if (typeof id !== 'string') return;
    const thing = `${node.name} ${id}`;
    const first = seen.get(thing);
    const { line, column } = placeOf(node);
    if (first === undefined) seen.set(thing, line);
    else
      faults.push({ rule: 'guard.repeated-id', line, column, details: { component: node.name, id, first } });
  });
  return faults;
}

export function shown(value: string): string {
  const visible = value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
}
