/**
 * A sheet is what a PDF is made from: plain data, no functions, no paths, no addresses to fetch. It crosses a
 * process boundary, so everything a page needs is inside it.
 */

/** Stand-ins that the press replaces in page bands. They lie outside the letters a person can get printed. */
export const pageMark = '\uE000';
export const pagesMark = '\uE001';

/** left, top, right, bottom in points. */
export type Edges = [number, number, number, number];

export interface TextLook {
  bold?: boolean;
  italics?: boolean;
  fontSize?: number;
  color?: string;
  background?: string;
  lineHeight?: number;
  characterSpacing?: number;
  alignment?: 'left' | 'center' | 'right' | 'justify';
  decoration?: 'underline';
  noWrap?: boolean;
}

export interface Placed {
  margin?: Edges;
  width?: number | '*' | 'auto';
  pageBreak?: 'before' | 'after';
  relativePosition?: { x: number; y: number };
  unbreakable?: boolean;
  /** A heading with this level never stays alone at the foot of a page. */
  headlineLevel?: number;
}

export interface InCell {
  colSpan?: number;
  rowSpan?: number;
  fillColor?: string;
  /** left, top, right, bottom */
  border?: [boolean, boolean, boolean, boolean];
}

export interface Inline extends TextLook {
  text: string;
  link?: string;
}

export interface TextNode extends TextLook, Placed, InCell {
  text: string | (string | Inline)[];
  link?: string;
  leadingIndent?: number;
  /** Set to list this line in the table of contents. */
  tocItem?: boolean;
  tocMargin?: Edges;
}

export interface StackNode extends TextLook, Placed, InCell {
  stack: SheetNode[];
}

export interface ColumnsNode extends TextLook, Placed, InCell {
  columns: SheetNode[];
  columnGap?: number;
}

export type TableLayout = 'grid' | 'quiet' | 'bare' | 'form' | 'dotted' | 'bar' | 'note' | 'warning';

export interface TableNode extends TextLook, Placed, InCell {
  table: {
    widths: (number | '*' | 'auto')[];
    body: SheetNode[][];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
    heights?: number | 'auto' | (number | 'auto')[];
  };
  layout: TableLayout;
}

export interface ListNode extends TextLook, Placed, InCell {
  ul?: SheetNode[];
  ol?: SheetNode[];
  start?: number;
}

export type Shape = (
  | { type: 'line'; x1: number; y1: number; x2: number; y2: number; dash?: { length: number; space: number } }
  | { type: 'rect'; x: number; y: number; w: number; h: number; r?: number; color?: string }
  | { type: 'polyline'; points: { x: number; y: number }[]; closePath?: boolean; color?: string }
) & { lineWidth?: number; lineColor?: string };

export interface CanvasNode extends Placed, InCell {
  canvas: Shape[];
  alignment?: 'left' | 'center' | 'right';
}

export interface QrNode extends Placed, InCell {
  qr: string;
  fit: number;
  foreground?: string;
  alignment?: 'left' | 'center' | 'right';
}

/** PNG or JPEG bytes; never a path, an address or vector text. */
export interface ImageNode extends Placed, InCell {
  image: Uint8Array;
  fit: [number, number];
  alignment?: 'left' | 'center' | 'right';
}

export interface TocNode extends Placed {
  toc: { title?: TextNode; numberStyle?: TextLook };
}

export type SheetNode =
  | TextNode
  | StackNode
  | ColumnsNode
  | TableNode
  | ListNode
  | CanvasNode
  | QrNode
  | ImageNode
  | TocNode;

export interface Watermark {
  text: string;
  tone: 'grey' | 'red';
}

export interface Sheet {
  /** Instant written into the file as its creation: the same sheet gives the same bytes. */
  stamp: string;
  language: 'vi' | 'en';
  title: string;
  author: string;
  subject?: string;
  orientation: 'portrait' | 'landscape';
  margins: Edges;
  look: { fontSize: number; lineHeight: number };
  header?: { first?: SheetNode | null; every: SheetNode | null };
  footer?: { first?: SheetNode | null; every: SheetNode | null };
  watermark?: Watermark;
  content: SheetNode[];
}
