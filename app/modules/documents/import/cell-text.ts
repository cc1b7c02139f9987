import type { Reading } from './reading.ts';
import { paragraphsOf, printed, type TableCell } from './word-document.ts';

function linesOf(cell: TableCell): string[] {
  return paragraphsOf(cell.blocks)
    .filter((paragraph) => paragraph.text !== '')
    .map(printed);
}

export function textOf(cell: TableCell): string {
  return linesOf(cell).join('\n');
}

export function joined(cells: readonly TableCell[]): string {
  return cells
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
}

/** The printed content of a cell, an automatic number in an otherwise empty cell included. */
export function label(cell: TableCell): string {
  const text = textOf(cell);
  if (text !== '') return text;
  const numbered = paragraphsOf(cell.blocks).find(
    (paragraph) => paragraph.number !== null && paragraph.number !== '-',
  );
  return numbered?.number ?? '';
}

export function take(reading: Reading, ...cells: TableCell[]): void {
  for (const cell of cells) reading.take(...cell.blocks);
}

/** Two roles in paragraphs of their own stay apart by a semicolon, a name broken over two lines does not. */
export function roleText(cells: readonly TableCell[]): string {
  return cells
    .map((cell) => {
      const lines = linesOf(cell);
      return lines.length > 1 && lines.every((line) => /^[-+•*]/.test(line))
        ? lines.join('; ')
        : lines.join(' ');
    })
    .filter((text) => text !== '')
    .join('; ');
}
