import { fold } from '#app/modules/search/fold.ts';
import { foldWords, oneLine } from './folded.ts';
import type { Column, Headed, HeadKind } from './head-kinds.ts';
import { paragraphsOf, type Table, type TableCell } from './word-document.ts';
import { readTime } from './written-time.ts';

const roleWords =
  /\b(?:cong chuc|can bo|vien chuc|chuyen vien|nhan vien|lanh dao|van thu|ke toan|bo phan|chu tich|giam doc|truong|phong|trung tam|ubnd|uy ban|so|to)\b/;
const units = { bareDay: 'working', bareNumber: null } as const;

/** Gives columns whose head says nothing known the meaning that their cells show. */
export function inferKinds(table: Table, head: Headed<HeadKind>): Headed<HeadKind> {
  const columns = head.columns.map((column) => ({ ...column }));
  const has = (kind: HeadKind) => columns.some((column) => column.kind === kind);
  for (const column of columns) {
    if (column.kind !== null) continue;
    const texts = bodyTexts(table, head.firstBodyRow, column);
    if (texts.length < 2) continue;
    const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
    if (share((text) => readTime(text, units) !== null) > 0.6) column.kind = 'time';
    else if (!has('number') && share((text) => /^\d{1,2}\s*[.)]?$/.test(text)) > 0.8) column.kind = 'number';
    else if (!has('role') && share((text) => text.length < 90 && roleWords.test(fold(text))) > 0.6)
      column.kind = 'role';
  }
  if (!has('work') && !has('title')) {
    const open = columns.filter((column) => column.kind === null);
    const length = (column: Column<HeadKind>) => bodyTexts(table, head.firstBodyRow, column).join('').length;
    const longest = open.sort((a, b) => length(b) - length(a))[0];
    if (longest && length(longest) > 0) longest.kind = 'work';
  }
  return { ...head, columns };
}

/** A table whose first row names nothing known but whose columns look like steps: work, who does it, how long. */
export function inferredStepHead(table: Table): Headed<HeadKind> | null {
  const top = table.grid[0] ?? [];
  if (table.columns < 3 || table.columns > 8 || table.grid.length < 3) return null;
  if (top.some((cell) => cell === null || cell.text.length > 80 || readTime(cell.text, units) !== null))
    return null;
  const columns = top.map((cell, at) => ({ kind: null, title: oneLine(cell?.text ?? ''), from: at, to: at }));
  const head = inferKinds(table, { columns, firstHeadRow: 0, firstBodyRow: 1 });
  const has = (kind: HeadKind) => head.columns.some((column) => column.kind === kind);
  return has('work') && has('role') && has('time') ? head : null;
}

/** What each body row shows in a column; a merged cell counts in every row it covers. */
function bodyTexts(table: Table, from: number, column: Column<HeadKind>): string[] {
  return table.grid
    .slice(from)
    .map((row) => textIn(row[column.from] ?? null))
    .filter((text) => foldWords(text) !== '');
}

function textIn(cell: TableCell | null): string {
  if (cell === null || cell.text !== '') return oneLine(cell?.text ?? '');
  return paragraphsOf(cell.blocks).find((paragraph) => paragraph.number !== null)?.number ?? '';
}
