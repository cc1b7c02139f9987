import { head, roomForColumns, text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import { type FormPaper, formSheet } from './form-sheet.ts';

export interface RegisterColumn {
  title: string;
  /** Share of the width; 1 when not given. */
  share?: number;
  alignment?: 'left' | 'center' | 'right';
}

export interface RegisterPaper extends FormPaper {
  /** A line above the table, e.g. the period and the filter. */
  note?: string;
  columns: RegisterColumn[];
  rows: string[][];
  /** Said in place of rows when there are none. */
  emptyNote: string;
}

/** A register (sổ, danh mục) across a landscape page, its heading repeated. */
export function registerSheet(paper: RegisterPaper): Sheet {
  return formSheet(paper, {
    orientation: 'landscape',
    fontSize: 10.5,
    content: (width) => content(paper, width),
  });
}

function content(paper: RegisterPaper, width: number): SheetNode[] {
  const shares = paper.columns.map((column) => column.share ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = roomForColumns(width, paper.columns.length);
  const rows = paper.rows.map((row) =>
    paper.columns.map(
      (column, c): SheetNode => text(row[c] ?? '', { alignment: column.alignment ?? 'left' }),
    ),
  );
  const empty: SheetNode[] = [
    text(paper.emptyNote, { colSpan: paper.columns.length, italics: true, alignment: 'center' }),
    ...paper.columns.slice(1).map((): SheetNode => ({ text: '' })),
  ];
  const tallest = Math.max(0, ...paper.rows.flat().map((cell) => cell.length));
  return [
    ...(paper.note ? [text(paper.note, { italics: true, margin: [0, 0, 0, 6] })] : []),
    {
      table: {
        widths: shares.map((share) => (room * share) / whole),
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: tallest < 600,
        body: [paper.columns.map((column) => head(column.title)), ...(rows.length > 0 ? rows : [empty])],
      },
      layout: 'grid',
      fontSize: 10,
    },
  ];
}
