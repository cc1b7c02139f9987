import { oneLine } from './folded.ts';
import type { HeadKind } from './head-kinds.ts';
import type { ImportedRecord } from './imported-procedure.ts';
import type { Reading } from './reading.ts';
import { cellsIn, cellsOfRow, recordTableHead, repeatsHead } from './table-heads.ts';
import type { Table } from './word-document.ts';

/** Reads the retained records out of a table, or null where the table is not one of records. */
export function readRecordTable(table: Table, reading: Reading): ImportedRecord[] | null {
  const head = recordTableHead(table);
  if (head === null) return null;
  const records: ImportedRecord[] = [];
  for (let row = 0; row < table.grid.length; row += 1) {
    const cells = cellsOfRow(table, row);
    if (row < head.firstBodyRow || repeatsHead(table, head, row)) {
      for (const cell of cells) reading.take(...cell.blocks);
      continue;
    }
    const text = (kind: HeadKind) =>
      oneLine(
        head.columns
          .filter((column) => column.kind === kind)
          .flatMap((column) => cellsIn(table, row, column))
          .map((cell) => cell.text)
          .join(' '),
      );
    for (const column of head.columns)
      if (column.kind !== null && column.kind !== 'note')
        for (const cell of cellsIn(table, row, column)) reading.take(...cell.blocks);
    const name = text('name').replace(/^[-+•]\s*/, '');
    if (name === '') continue;
    const before = records.at(-1);
    const nameCell = head.columns.filter((c) => c.kind === 'name').flatMap((c) => cellsIn(table, row, c))[0];
    // A name merged over two rows is one record kept in two ways: the first way stands, the rest joins it.
    if (before && nameCell && nameCell.row < row) {
      before.keeper = joinDistinct(before.keeper, text('keeper'));
      before.retention = joinDistinct(before.retention, text('retention'));
    } else records.push({ name, keeper: text('keeper'), retention: text('retention') });
  }
  return records;
}

function joinDistinct(first: string, second: string): string {
  return second === '' || second === first ? first : first === '' ? second : `${first}; ${second}`;
}
