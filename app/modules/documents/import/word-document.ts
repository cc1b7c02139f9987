/** A Word file as the readers of procedures see it: blocks in order, tables as a resolved grid. */

export interface Paragraph {
  kind: 'paragraph';
  /** White space collapsed, forced line breaks kept as `\n`; tracked deletions and hidden text left out. */
  text: string;
  style: string | null;
  /** 1 for Heading 1 …; null for body text. */
  heading: number | null;
  /** The label Word prints before the paragraph (`1.`, `a)`, `-`), resolved from the numbering part. */
  number: string | null;
  bold: boolean;
  pageBreakBefore: boolean;
  footnotes: string[];
  /** Text boxes and shapes anchored in this paragraph. */
  boxes: Paragraph[];
}

export interface TableCell {
  blocks: Block[];
  text: string;
  /** Grid position and size after `gridSpan` and `vMerge`. */
  row: number;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

export interface Table {
  kind: 'table';
  columns: number;
  /** `grid[row][column]`: the same cell object at each place it covers; null where the row is short. */
  grid: (TableCell | null)[][];
}

export type Block = Paragraph | Table;

export interface WordDocument {
  file: string;
  blocks: Block[];
  headers: Paragraph[];
  footers: Paragraph[];
}

export const readRefusalRules = [
  'import.file.empty',
  'import.file.not-word',
  'import.file.old-word',
  'import.file.encrypted',
  'import.file.broken',
  'import.file.too-large',
  'import.file.no-text',
] as const;
export type ReadRefusalRule = (typeof readRefusalRules)[number];

export interface ReadRefusal {
  file: string;
  refused: { rule: ReadRefusalRule; message: string };
}

export function isRefusal(value: object): value is ReadRefusal {
  return 'refused' in value;
}

/** Every paragraph of the blocks in reading order, those in tables and boxes included, each merged cell once. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block, ...block.boxes]
      : cellsOf(block).flatMap((cell) => paragraphsOf(cell.blocks)),
  );
}

export function cellsOf(table: Table): TableCell[] {
  return table.grid.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) =>
      cell !== null && cell.row === rowIndex && cell.column === column ? [cell] : [],
    ),
  );
}

/** The paragraph as printed: its list label, then its text. */
export function printed(paragraph: Paragraph): string {
  return paragraph.number === null || paragraph.number === ''
    ? paragraph.text
    : `${paragraph.number} ${paragraph.text}`;
}
