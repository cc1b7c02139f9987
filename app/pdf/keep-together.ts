import { linesIn } from './look.ts';
import type { SheetNode, TableNode } from './sheet.ts';

/**
 * Headings that never stand alone at the foot of a page. Asking the drawing library to lay pages out again for each
 * such heading doubles and trebles its work, so a heading reserves the room its first lines below need instead.
 */
export function keepHeadings(nodes: readonly SheetNode[]): SheetNode[] {
  const out: SheetNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const group: SheetNode[] = [];
    for (let node = nodes[i]; node && node.headlineLevel !== undefined; node = nodes[++i]) group.push(node);
    const next = nodes[i];
    if (group.length > 0) out.push(...reserving(group, next ? roomFor(next) : 0));
    if (next) out.push(next);
  }
  return out;
}

function reserving(group: SheetNode[], room: number): SheetNode[] {
  const pageBreak = group[0]?.pageBreak;
  const [first, ...others] = group.map(({ pageBreak: _, ...node }): SheetNode => node);
  if (!first) return [];
  const blank: SheetNode = { canvas: [{ type: 'line', x1: 0, y1: room, x2: 0, y2: room, lineWidth: 0 }] };
  return [
    { stack: [first, ...others, blank], unbreakable: true, ...(pageBreak ? { pageBreak } : {}) },
    { canvas: [], margin: [0, -room, 0, 0] },
  ];
}

const twoLines = 34;

/** The least that should stand under a heading: two lines, or the head and the first row of a table. */
function roomFor(node: SheetNode): number {
  if (!('table' in node)) return twoLines;
  const { body, headerRows = 0, keepWithHeaderRows = 0 } = node.table;
  const first = body.slice(0, headerRows + Math.max(1, keepWithHeaderRows));
  const sum = first.reduce((height, row) => height + rowHeight(row, node), 6);
  return Math.min(420, Math.max(twoLines, sum));
}

function rowHeight(row: readonly SheetNode[], { table, fontSize = 11 }: TableNode): number {
  const given = row.map((cell, c) => {
    const width = table.widths[c];
    return cellHeight(cell, typeof width === 'number' ? width : 200, fontSize);
  });
  return Math.max(0, ...given) + 7;
}

function cellHeight(cell: SheetNode, width: number, fontSize: number): number {
  if ('canvas' in cell)
    return Math.max(0, ...cell.canvas.map((shape) => (shape.type === 'rect' ? shape.y + shape.h : 0)));
  if ('stack' in cell)
    return cell.stack.reduce(
      (sum, node) => sum + (node.relativePosition ? 0 : cellHeight(node, width, fontSize)),
      0,
    );
  if ('text' in cell) {
    const words =
      typeof cell.text === 'string'
        ? cell.text
        : cell.text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
    return linesIn(words, width, fontSize) * fontSize * 1.28;
  }
  return fontSize * 1.28;
}
