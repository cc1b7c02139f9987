import { attributesOf, isComponent, type TextNode } from './text-tree.ts';

/** Components that are rows of one table; neighbours are gathered into it. The authors write only the rows. */
const tableOfRow: Readonly<Record<string, string>> = {
  Record: 'RecordTable',
  Field: 'FieldTable',
  Abbreviation: 'AbbreviationTable',
};

const inlineComponents = new Set(['Fee', 'LegalBasis', 'FormRef']);
const inlineTypes = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'footnoteReference',
  'break',
]);

/**
 * Makes a copy of a guarded tree ready to draw; both renderers draw the outcome. Rows are gathered and numbered,
 * sentences that stand alone get their paragraph, headings fit under the page's own title.
 */
export function arrange(root: TextNode): void {
  arrangeChildren(root, false);
}

function arrangeChildren(parent: TextNode, inSection: boolean): void {
  for (const child of parent.children ?? []) {
    if (isComponent(child) && !inlineComponents.has(child.name ?? '')) child.type = 'mdxJsxFlowElement';
    if (child.name === 'LegalBasis') renameReference(child);
    fitMarkdown(child, inSection);
    arrangeChildren(child, inSection || child.name === 'Section');
  }
  if (parent.children && isFlow(parent)) parent.children = gatherRows(paragraphsAround(withoutTimes(parent)));
  if (parent.name === 'Steps') numberSteps(parent);
  if (parent.name === 'Dossier') number(parent.children ?? []);
}

/** React keeps the name `ref` for itself. */
function renameReference(node: TextNode): void {
  node.attributes = node.attributes?.map((one) => (one.name === 'ref' ? { ...one, name: 'basis' } : one));
}

const flowTypes = new Set(['root', 'listItem', 'blockquote', 'footnoteDefinition']);
const rowsOnly = new Set(['Steps', 'Dossier']);

function isFlow(node: TextNode): boolean {
  return flowTypes.has(node.type) || (node.type === 'mdxJsxFlowElement' && !rowsOnly.has(node.name ?? ''));
}

function fitMarkdown(node: TextNode, inSection: boolean): void {
  if (node.type === 'heading') node.depth = Math.max(node.depth ?? 1, inSection ? 3 : 2);
  if (node.type === 'code' && node.lang && !/^[\w+#-]{1,30}$/.test(node.lang)) node.lang = null;
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const box: TextNode = { type: 'text', value: node.checked ? '☑ ' : '☐ ' };
    const [first] = node.children ?? [];
    if (first?.type === 'paragraph') first.children = [box, ...(first.children ?? [])];
    node.checked = null;
  }
  if (node.type === 'table') fitTable(node);
}

/** Column alignment as a class (a strict content policy refuses style attributes), heads with their scope. */
function fitTable(table: TextNode): void {
  const align = table.align ?? [];
  table.align = align.map(() => null);
  for (const [row, { children }] of (table.children ?? []).entries()) {
    for (const [column, cell] of (children ?? []).entries()) {
      const side = align[column];
      cell.data = {
        hProperties: {
          ...(row === 0 ? { scope: 'col' } : {}),
          ...(side ? { className: [`align-${side}`] } : {}),
        },
      };
    }
  }
}

/** Times of a step stand in their own column. */
function withoutTimes(parent: TextNode): TextNode[] {
  const children = parent.children ?? [];
  if (parent.name !== 'Step') return children;
  return children
    .filter((child) => child.name !== 'Time')
    .map((child) => {
      if (child.type !== 'paragraph') return child;
      return { ...child, children: (child.children ?? []).filter((one) => one.name !== 'Time') };
    })
    .filter(
      (child) => child.type !== 'paragraph' || (child.children ?? []).some((one) => one.value?.trim() !== ''),
    );
}

function paragraphsAround(children: TextNode[]): TextNode[] {
  const arranged: TextNode[] = [];
  let sentence: TextNode[] = [];
  const close = () => {
    if (sentence.some((node) => node.type !== 'text' || node.value?.trim() !== '')) {
      arranged.push({ type: 'paragraph', children: sentence });
    }
    sentence = [];
  };
  for (const child of children) {
    if (inlineTypes.has(child.type) || child.type === 'mdxJsxTextElement') {
      sentence.push(child);
    } else if (inlineComponents.has(child.name ?? '')) {
      close();
      arranged.push({ type: 'paragraph', children: [{ ...child, type: 'mdxJsxTextElement' }] });
    } else {
      close();
      arranged.push(child);
    }
  }
  close();
  return arranged;
}

function gatherRows(children: TextNode[]): TextNode[] {
  const arranged: TextNode[] = [];
  for (const child of children) {
    const table = isComponent(child) ? tableOfRow[child.name ?? ''] : undefined;
    const before = arranged.at(-1);
    if (!table) arranged.push(child);
    else if (before?.name === table) before.children?.push(child);
    else arranged.push({ type: 'mdxJsxFlowElement', name: table, attributes: [], children: [child] });
  }
  for (const node of arranged) if (node.name?.endsWith('Table')) number(node.children ?? []);
  return arranged;
}

function numberSteps(steps: TextNode): void {
  const cases = (steps.children ?? []).filter((child) => child.name === 'Case');
  const rows = (steps.children ?? []).filter((child) => child.name === 'Step');
  number(rows);
  const ids = cases.map((one) => attributesOf(one).get('id') ?? '');
  steps.children = rows;
  // The step table has one time column a case.
  for (const node of [steps, ...rows]) write(node, 'cases', ids.join(' '));
}

function number(rows: TextNode[]): void {
  for (const [index, row] of rows.entries()) write(row, 'number', String(index + 1));
}

function write(node: TextNode, name: string, value: string): void {
  node.attributes = [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name, value }];
}
