import { goalInWords, isReached, type Measured } from './row.ts';

export interface NamedMeasure extends Measured {
  row: string;
}

const heads = ['row', 'what', 'ours', 'peer or limit', 'ratio', 'goal', ''];

function verdict(measured: Measured): string {
  const reached = isReached(measured);
  return reached === null ? 'not compared' : reached ? 'reached' : 'MISSED';
}

function cells(measured: NamedMeasure): string[] {
  const { row, label, ours, against, ratio, goal } = measured;
  return [
    row,
    label,
    ours,
    against,
    ratio === null ? '–' : ratio.toFixed(2),
    goalInWords(goal),
    verdict(measured),
  ];
}

/** The table as a terminal shows it. */
export function plainTable(measures: readonly NamedMeasure[]): string {
  const rows = [heads, ...measures.map(cells)];
  const widths = heads.map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

/** The same table for a reader of the repository, with what belongs to each row below it. */
export function markdownTable(measures: readonly NamedMeasure[]): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const notes = measures.flatMap(({ row, label, note }) => (note ? [`- ${row}, ${label}: ${note}`] : []));
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...measures.map((measured) => line(cells(measured))),
    '',
    ...notes,
  ].join('\n');
}
