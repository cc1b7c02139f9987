/**
 * What a Word file is made from: plain data, no functions, no paths, no addresses. It crosses to the drawing process,
 * and nothing in it but `field` can become a field: words are only ever words.
 */

export interface WordRun {
  text: string;
  bold?: boolean;
  italics?: boolean;
  /** Shown in capitals, kept as written. */
  caps?: boolean;
  red?: boolean;
  /** Points; 13 when not given. */
  size?: number;
}

export interface WordField {
  field: 'page' | 'pages';
  bold?: boolean;
  size?: number;
}

export type WordInline = WordRun | WordField;

export interface WordParagraph {
  kind: 'paragraph';
  runs: WordInline[];
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Points above and below; 0 and 6 when not given, nothing in a cell. */
  above?: number;
  below?: number;
  /** Centimetres. */
  indent?: number;
  list?: WordList;
  /** Starts a new page. */
  newPage?: boolean;
}

export interface WordList {
  ordered: boolean;
  start: number;
  level: number;
  /** Lists with the same number go on counting. */
  id: number;
}

export interface WordHeading {
  kind: 'heading';
  level: 1 | 2 | 3;
  /** Numbered by Word itself: 1., 1.1., 1.1.1. */
  counted: boolean;
  runs: WordRun[];
  newPage?: boolean;
}

export interface WordCell {
  blocks: WordPart[];
  span?: number;
  /** The cell begins or goes on with a cell merged downwards. */
  merge?: 'start' | 'on';
  fill?: boolean;
}

export interface WordTable {
  kind: 'table';
  /** Millimetres. */
  widths: number[];
  headRows: number;
  rows: WordCell[][];
}

/** The list of contents: a field that Word fills, with its lines as they are now. */
export interface WordContents {
  kind: 'contents';
  lines: { title: string; level: number }[];
}

/** What may stand anywhere; the list of contents stands in the text alone. */
export type WordPart = WordParagraph | WordHeading | WordTable;
export type WordBlock = WordPart | WordContents;

export interface WordSheet {
  /** Instant written into the file: the same sheet gives the same bytes. */
  stamp: string;
  language: 'vi' | 'en';
  title: string;
  author: string;
  subject: string;
  header: WordPart[];
  footer: WordPart[];
  content: WordBlock[];
}

export const wordMargins = { top: 20, right: 15, bottom: 20, left: 30 };
/** Room between the margins, in millimetres. */
export const wordWidth = 210 - wordMargins.left - wordMargins.right;
export const wordSize = 13;

/** The empty end of a cell that another cell's span covers has no place in a row: rows hold only real cells. */
export function cell(words: string | WordInline[], more: CellLook = {}): WordCell {
  const { align, span, merge, fill, bold } = more;
  const runs = typeof words === 'string' ? words.split('\n').map((text) => [{ text, bold }]) : [words];
  return {
    blocks: runs.map((line): WordPart => ({ kind: 'paragraph', runs: line, align: align ?? 'left' })),
    ...(span === undefined ? {} : { span }),
    ...(merge === undefined ? {} : { merge }),
    ...(fill === undefined ? {} : { fill }),
  };
}

interface CellLook {
  align?: WordParagraph['align'];
  span?: number;
  merge?: WordCell['merge'];
  fill?: boolean;
  bold?: boolean;
}

export function headCell(words: string, more: CellLook = {}): WordCell {
  return cell(words, { align: 'center', bold: true, fill: true, ...more });
}
