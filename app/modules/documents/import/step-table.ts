import { joined, label, roleText, take, textOf } from './cell-text.ts';
import { foldWords, oneLine } from './folded.ts';
import type { Column, Headed, HeadKind } from './head-kinds.ts';
import type { ImportedStep, ImportedTime, ImportedTimeColumn } from './imported-procedure.ts';
import type { Reading } from './reading.ts';
import { cellsIn, cellsOfRow, repeatsHead, stepTableHead } from './table-heads.ts';
import type { Table } from './word-document.ts';
import { timesIn } from './written-time.ts';

export type RawStep = Omit<ImportedStep, 'order' | 'roleKey' | 'severalRoles' | 'consulted' | 'position'> & {
  /** Whether the cell of the number is the same merged cell as the step before. */
  sameNumberCell: boolean;
};

export interface StepTable {
  steps: RawStep[];
  columns: ImportedTimeColumn[];
}

type Head = Headed<HeadKind>;

/** Reads the steps out of a table, or null where the table is not one of steps. */
export function readStepTable(table: Table, reading: Reading): StepTable | null {
  const head = stepTableHead(table);
  if (head === null) return null;
  const state: State = { table, head, reading, steps: [], totals: [], group: null, before: null };
  for (let row = 0; row < head.firstBodyRow; row += 1)
    for (const cell of cellsOfRow(table, row)) take(reading, cell);
  for (let row = head.firstBodyRow; row < table.grid.length; row += 1) readRow(state, row);
  return { steps: state.steps, columns: timeColumns(head, state.totals) };
}

/** Goes on with the rows of a table that has no head of its own: the same table after a page break. */
export function continueStepTable(table: Table, steps: StepTable, first: Table, reading: Reading): boolean {
  const head = stepTableHead(first);
  if (head === null || table.columns !== first.columns || !looksLikeBody(table, head)) return false;
  const own: Head = { ...head, firstHeadRow: 0, firstBodyRow: 0 };
  const state: State = {
    table,
    head: own,
    reading,
    steps: steps.steps,
    totals: [],
    group: null,
    before: null,
  };
  for (let row = 0; row < table.grid.length; row += 1) readRow(state, row);
  return true;
}

interface State {
  table: Table;
  head: Head;
  reading: Reading;
  steps: RawStep[];
  totals: string[][];
  group: string | null;
  before: { row: number; step: RawStep } | null;
}

function readRow(state: State, row: number): void {
  const { table, head, reading } = state;
  const cells = cellsOfRow(table, row);
  if (cells.every((cell) => label(cell) === '')) return;
  if (row > head.firstBodyRow && repeatsHead(table, head, row)) {
    take(reading, ...cells);
    return;
  }
  const only = cells.filter((cell) => label(cell) !== '');
  const wide = only[0];
  if (only.length === 1 && wide && wide.columnSpan >= Math.max(2, table.columns - 1) && wide.row === row) {
    state.group = oneLine(textOf(wide));
    take(reading, wide);
    return;
  }
  if (
    /^(?:tong|cong|tong cong|tong (?:cong|so|thoi gian|thoi han)\b.*)$/.test(
      foldWords(only[0]?.text ?? ''),
    ) &&
    !hasRole(state, row)
  ) {
    state.totals.push(columnsOf(head, 'time').map((column) => joined(cellsIn(table, row, column))));
    take(reading, ...cells);
    return;
  }
  const step = stepOf(state, row);
  const last = state.before;
  if (last !== null && continues(state, row, last.row, step)) {
    carryOn(last.step, step);
  } else {
    state.steps.push(step);
    state.before = { row, step };
  }
}

function stepOf(state: State, row: number): RawStep {
  const { table, head, reading } = state;
  const work = columnsOf(head, 'work').flatMap((column) => cellsIn(table, row, column));
  // A cell that runs over the work and its neighbour tells the work, and nothing of the neighbour.
  const cellsOf = (kind: HeadKind) =>
    columnsOf(head, kind)
      .flatMap((column) => cellsIn(table, row, column))
      .filter((cell) => kind === 'work' || !work.includes(cell));
  const text = (kind: HeadKind) => joined(cellsOf(kind)) || null;
  const times: ImportedTime[] = columnsOf(head, 'time').map((column) => {
    const own = cellsIn(table, row, column);
    const shared = own.some((cell) => cell.row < row && row > head.firstBodyRow) && joined(own) !== '';
    return { column: column.title, text: joined(own), shared };
  });
  const numberCell = cellsOf('number')[0];
  const sameNumberCell = numberCell !== undefined && numberCell.row < row && row > head.firstBodyRow;
  for (const column of head.columns) if (column.kind !== null) take(reading, ...cellsIn(table, row, column));
  return {
    number: numberCell === undefined || sameNumberCell ? null : label(numberCell) || null,
    sameNumberCell,
    text: [text('title'), text('work')].filter((part) => part !== null).join('\n'),
    role: oneLine(roleText(cellsOf('role'))),
    time: times[0]?.text ?? '',
    times,
    result: text('result'),
    group: state.group,
    note: [text('support'), text('note')].filter((part) => part !== null).join('\n') || null,
  };
}

/** A row that only carries on the row above: more text, or what the other row left open. */
function continues(state: State, row: number, before: number, step: RawStep): boolean {
  const { table, head } = state;
  if (step.number !== null) return false;
  const cells = (kind: HeadKind, at: number) =>
    columnsOf(head, kind).flatMap((column) => cellsIn(table, at, column));
  const own = (kind: HeadKind) => cells(kind, row).some((cell) => cell.row > before && label(cell) !== '');
  const above = (kind: HeadKind) => cells(kind, before).some((cell) => label(cell) !== '');
  if (!own('role') && !own('time')) return true;
  // Without numbers nobody can tell a row torn in two from two steps.
  if (!cells('number', before).some((cell) => label(cell) !== '')) return false;
  return !(own('role') && above('role')) && !(own('time') && above('time'));
}

function carryOn(last: RawStep, step: RawStep): void {
  last.text = [last.text, step.text].filter((text) => text !== '').join('\n');
  last.result = [last.result, step.result].filter((text) => text !== null).join('\n') || null;
  last.role = last.role || step.role;
  last.times = last.times.map((time, at) => (time.text === '' ? (step.times[at] ?? time) : time));
  last.time = last.times[0]?.text ?? '';
}

function hasRole(state: State, row: number): boolean {
  return columnsOf(state.head, 'role').some((column) => joined(cellsIn(state.table, row, column)) !== '');
}

function looksLikeBody(table: Table, head: Head): boolean {
  const own: Head = { ...head, firstHeadRow: 0, firstBodyRow: 0 };
  const filled = (kind: HeadKind) =>
    columnsOf(own, kind).some((column) => joined(cellsIn(table, 0, column)) !== '');
  return filled('work') && (filled('role') || filled('time')) && stepTableHead(table) === null;
}

function columnsOf(head: Head, kind: HeadKind): Column<HeadKind>[] {
  return head.columns.filter((column) => column.kind === kind);
}

function timeColumns(head: Head, totals: readonly string[][]): ImportedTimeColumn[] {
  return columnsOf(head, 'time').map((column, index) => ({
    title: column.title,
    stated: timesIn(column.title).length > 0 ? column.title : null,
    total: totals.map((row) => row[index] ?? '').find((text) => text !== '') ?? null,
  }));
}
