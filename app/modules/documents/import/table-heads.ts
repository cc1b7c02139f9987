import { foldWords, oneLine } from './folded.ts';
import type { Column, Headed, HeadKind } from './head-kinds.ts';
import { inferKinds, inferredStepHead } from './inferred-heads.ts';
import type { Table, TableCell } from './word-document.ts';

/** Meanings of heads, tried in order; the words are folded. */
const stepHeads: [HeadKind, RegExp][] = [
  ['number', /^(?:stt|tt|so tt|so thu tu|thu tu|buoc|buoc so|so|no|ma buoc)$/],
  [
    'time',
    /\b(?:thoi gian|thoi han|thoi luong|han xu ly|han giai quyet|han hoan thanh|so ngay|so gio)\b(?!.*\bluu\b)|^han$/,
  ],
  ['support', /\bphoi hop\b/],
  [
    'role',
    /\b(?:trach nhiem|chu tri|chiu trach nhiem|phu trach|chuc danh|chu the|ai lam)\b|\b(?:nguoi|don vi|bo phan|co quan|to chuc|ca nhan|vi tri)\b.*\b(?:thuc hien|xu ly|giai quyet|phu trach|dam nhiem)\b|^(?:nguoi|don vi|bo phan|don vi nguoi|vai tro|thuc hien|nguoi lam)$/,
  ],
  ['result', /\b(?:ket qua|san pham|bieu mau|mau bieu|dau ra|ho so su dung|tai lieu)\b/],
  ['note', /^(?:ghi chu|luu y)$|\bdvctt\b|\bdich vu cong\b/],
  ['title', /^(?:ten buoc|ten cong viec|ten buoc cong viec|ten buoc thuc hien)$/],
  [
    'work',
    /\b(?:trinh tu|cac buoc|buoc cong viec|buoc thuc hien|noi dung|cong viec|mo ta|dien giai|hoat dong|viec can lam|viec phai lam|viec lam|cach thuc|cong doan|hanh dong|nhiem vu|tac nghiep)\b/,
  ],
];

const recordHeads: [HeadKind, RegExp][] = [
  ['number', /^(?:stt|tt|so tt|so thu tu|thu tu|so|no)$/],
  [
    'retention',
    /\b(?:thoi gian|thoi han|so nam)\b.*\b(?:luu|bao quan|giu)\b|\b(?:luu|bao quan)\b.*\bthoi (?:gian|han)\b|^thoi (?:gian|han)$/,
  ],
  [
    'keeper',
    /\b(?:noi|nguoi|bo phan|don vi|trach nhiem|phong)\b.*\b(?:luu|giu|bao quan)\b|^noi luu\b|\bluu tai\b|^(?:trach nhiem|noi giu)$/,
  ],
  [
    'name',
    /\b(?:ten|loai|danh muc|noi dung)\b.*\b(?:ho so|bieu mau|tai lieu|so sach)\b|^(?:ho so|tai lieu|ten goi|ten|bieu mau ho so)\b/,
  ],
  ['note', /^(?:ghi chu|ma so|ma hieu|ky hieu|hinh thuc luu|cach luu|phuong phap luu)\b/],
];

/** Reads a table as one of steps: it must name the work and either who does it or how long it takes. */
export function stepTableHead(table: Table): Headed<HeadKind> | null {
  const head = headOf(
    table,
    stepHeads,
    (kinds) => (kinds.has('work') || kinds.has('title')) && (kinds.has('role') || kinds.has('time')),
  );
  return head === null ? inferredStepHead(table) : inferKinds(table, head);
}

/** Reads a table as one of records: it must name them and either their place or their period. */
export function recordTableHead(table: Table): Headed<HeadKind> | null {
  return headOf(
    table,
    recordHeads,
    (kinds) => kinds.has('name') && (kinds.has('keeper') || kinds.has('retention')),
  );
}

function headOf(
  table: Table,
  heads: readonly [HeadKind, RegExp][],
  complete: (kinds: ReadonlySet<HeadKind>) => boolean,
): Headed<HeadKind> | null {
  for (let row = 0; row < Math.min(table.grid.length, 6); row += 1) {
    const kinds = new Set<HeadKind>();
    for (const cell of cellsOfRow(table, row)) {
      const kind = kindOf(cell.text, heads);
      if (kind !== null) kinds.add(kind);
    }
    if (complete(kinds)) return withDepth(table, row, heads);
  }
  return null;
}

function withDepth(table: Table, row: number, heads: readonly [HeadKind, RegExp][]): Headed<HeadKind> {
  let last = row;
  for (const cell of cellsOfRow(table, row)) last = Math.max(last, cell.row + cell.rowSpan - 1);
  while (last + 1 < table.grid.length && isSecondHead(table, row, last + 1, heads)) last += 1;
  const columns: Column<HeadKind>[] = [];
  for (let column = 0; column < table.columns; column += 1) {
    const top = table.grid[row]?.[column] ?? null;
    const bottom = table.grid[last]?.[column] ?? null;
    const kind = top === null ? null : kindOf(top.text, heads);
    const before = columns.at(-1);
    // A head over two grid columns is one column, unless lower heads part it (times) or the body holds two.
    const same =
      before !== undefined && bottom !== null && table.grid[last]?.[before.to] === bottom && kind !== 'time';
    const sameTime =
      kind === 'time' && before !== undefined && bottom !== null && table.grid[last]?.[before.to] === bottom;
    if (same || sameTime) before.to = column;
    else columns.push({ kind, title: titleOf(table, row, last, column), from: column, to: column });
  }
  return { columns, firstHeadRow: row, firstBodyRow: last + 1 };
}

/** A second head row under merged-away or empty cells: it parts the times and names no work. */
function isSecondHead(
  table: Table,
  first: number,
  row: number,
  heads: readonly [HeadKind, RegExp][],
): boolean {
  let parts = 0;
  for (const cell of cellsOfRow(table, row)) {
    const above = table.grid[first]?.[cell.column] ?? null;
    if (cell.row < row || cell.text === '') continue;
    const kind = above === null ? null : kindOf(above.text, heads);
    if (
      kind !== 'time' ||
      !/[a-z]{3}/.test(foldWords(cell.text).replace(/\b(?:ngay|lam|viec|gio|khong|qua)\b/g, ''))
    )
      return false;
    parts += 1;
  }
  return parts > 0;
}

export function cellsOfRow(table: Table, row: number): TableCell[] {
  const cells: TableCell[] = [];
  for (const cell of table.grid[row] ?? []) if (cell !== null && !cells.includes(cell)) cells.push(cell);
  return cells;
}

function titleOf(table: Table, first: number, last: number, column: number): string {
  const parts: string[] = [];
  let before: TableCell | null = null;
  for (let row = first; row <= last; row += 1) {
    const cell = table.grid[row]?.[column] ?? null;
    const text = cell === null || cell === before ? '' : oneLine(cell.text).replace(/\s*\*+$/, '');
    if (text !== '') parts.push(text);
    before = cell;
  }
  return parts.join(' – ');
}

function kindOf(text: string, heads: readonly [HeadKind, RegExp][]): HeadKind | null {
  const words = foldWords(text);
  if (words === '' || words.length > 160) return null;
  return heads.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The distinct cells of one column in one row, in order. */
export function cellsIn(table: Table, row: number, column: Column<string>): TableCell[] {
  const cells: TableCell[] = [];
  for (let at = column.from; at <= column.to; at += 1) {
    const cell = table.grid[row]?.[at] ?? null;
    if (cell !== null && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

/** True where the row repeats the head, as at the top of a new page. */
export function repeatsHead(table: Table, head: Headed<string>, row: number): boolean {
  const words = (at: number) =>
    cellsOfRow(table, at)
      .map((cell) => foldWords(cell.text))
      .join('|');
  for (let at = head.firstHeadRow; at < head.firstBodyRow; at += 1) if (words(at) === words(row)) return true;
  return false;
}
