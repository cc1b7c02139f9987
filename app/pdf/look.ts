import type { InCell, SheetNode, TextLook, TextNode } from './sheet.ts';

/** Measures and colours of every sheet, in points. */
export const ink = '#1c1c1a';
export const quietInk = '#55554f';
export const green = '#1f5a41';
export const red = '#a3231b';
export const headFill = '#eef1ec';
export const hair = '#6d6d66';

export const millimetre = 72 / 25.4;
/** A4 */
export const paper = { width: 595.28, height: 841.89 };

export function text(words: TextNode['text'], look: Omit<TextNode, 'text'> = {}): TextNode {
  return { text: words, ...look };
}

/** A heading cell of a table. */
export function head(words: string, more: TextLook & InCell = {}): TextNode {
  return { text: words, bold: true, alignment: 'center', fillColor: headFill, ...more };
}

/** The cell that another cell's span covers. */
export const covered: SheetNode = { text: '' };

/** What is left for the columns of a `grid` table of this width, after its padding and lines. */
export function roomForColumns(width: number, columns: number): number {
  return width - columns * 8 - (columns + 1) * 0.5;
}

/** A rough count of the lines a text takes in a column, to decide whether a table row may be kept whole. */
export function linesIn(words: string, width: number, fontSize: number): number {
  return Math.max(1, Math.ceil((words.length * fontSize * 0.46) / width));
}
