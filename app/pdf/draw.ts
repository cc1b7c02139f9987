import pdfmake from 'pdfmake';
import type { CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { keepHeadings } from './keep-together.ts';
import { printable } from './letters.ts';
import { qrShapes } from './qr-code.ts';
import {
  type Inline,
  pageMark,
  pagesMark,
  type QrNode,
  type Sheet,
  type SheetNode,
  type TextNode,
} from './sheet.ts';
import { refusalToDraw } from './sheet-guard.ts';
import { wholeCodes } from './whole-codes.ts';

const ink = '#1c1c1a';
const hair = '#6d6d66';
const faint = '#bdbdb4';

const padding = (x: number, y: number): CustomTableLayout => ({
  paddingLeft: () => x,
  paddingRight: () => x,
  paddingTop: () => y,
  paddingBottom: () => y,
});

const barAtLeft = (colour: string): CustomTableLayout => ({
  ...padding(8, 4),
  hLineWidth: () => 0,
  vLineWidth: (column) => (column === 0 ? 2 : 0),
  vLineColor: () => colour,
});

const tableLayouts: Record<string, CustomTableLayout> = {
  grid: {
    ...padding(4, 3),
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => hair,
    vLineColor: () => hair,
  },
  quiet: {
    ...padding(4, 3),
    hLineWidth: (line, node) =>
      line === 0 || line === node.table.headerRows || line === node.table.body.length ? 0.7 : 0.35,
    vLineWidth: () => 0,
    hLineColor: (line, node) => (line === 0 || line === node.table.headerRows ? ink : faint),
  },
  bare: { ...padding(0, 0), hLineWidth: () => 0, vLineWidth: () => 0 },
  form: {
    ...padding(6, 4),
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => hair,
    vLineColor: () => hair,
  },
  dotted: {
    ...padding(0, 0),
    hLineWidth: (line) => (line === 0 ? 0 : 0.6),
    vLineWidth: () => 0,
    hLineColor: () => hair,
    hLineStyle: () => ({ dash: { length: 1, space: 2 } }),
  },
  bar: barAtLeft(faint),
  note: barAtLeft('#1f5a41'),
  warning: barAtLeft('#a3231b'),
};

/** Fonts by role; bytes, so that nothing is read from a disk while drawing. */
export interface FontBytes {
  normal: Buffer;
  bold: Buffer;
  italics: Buffer;
  bolditalics: Buffer;
}

interface FontStore {
  writeFileSync(name: string, content: Buffer): void;
}

/** Sets up the drawing library once: our fonts only, no local file, no address. */
export function prepareDrawing(fonts: FontBytes): void {
  // The library keeps its in-memory file store on the singleton, but its types leave it out.
  const store = (pdfmake as unknown as { virtualfs: FontStore }).virtualfs;
  for (const [face, bytes] of Object.entries(fonts)) store.writeFileSync(`${face}.ttf`, bytes);
  pdfmake.setFonts({
    Tinos: { normal: 'normal.ttf', bold: 'bold.ttf', italics: 'italics.ttf', bolditalics: 'bolditalics.ttf' },
  });
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setTableLayouts(tableLayouts);
}

function qrNode(value: object): unknown {
  // Its shape has passed the guard.
  const { qr, fit, foreground, ...rest } = value as QrNode;
  return { ...rest, canvas: qrShapes(qr, fit, foreground ?? ink) };
}

/** A deep copy with every text made printable; in page bands the marks become numbers. */
function copyNode(value: unknown, page?: PageOf): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return value.map((item) => copyNode(item, page));
  if (typeof value !== 'object' || value === null) return value;
  if ('qr' in value) return qrNode(value);
  if (!('text' in value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyNode(item, page)]));
  // Its shape has passed the guard.
  const { text, ...rest } = value as TextNode;
  const parts = rest.noWrap || rest.link ? text : wholeCodes(text);
  const shown = typeof parts === 'string' ? copyText(parts, page) : parts.map((part) => copyPart(part, page));
  return { ...rest, text: shown };
}

interface PageOf {
  number: number;
  of: number;
}

const copyPart = (part: string | Inline, page?: PageOf): string | Inline =>
  typeof part === 'string' ? copyText(part, page) : { ...part, text: copyText(part.text, page) };

function copyText(text: string, page?: PageOf): string {
  return text
    .split(/([\uE000\uE001])/)
    .map((part) => {
      if (page && part === pageMark) return String(page.number);
      if (page && part === pagesMark) return String(page.of);
      return printable(part);
    })
    .join('');
}

function band(nodes: Sheet['header']): TDocumentDefinitions['header'] {
  if (!nodes) return undefined;
  return (number, of) => {
    const node: SheetNode | null = number === 1 && nodes.first !== undefined ? nodes.first : nodes.every;
    // The copy has the shape of the node it was made from, which the guard has passed.
    return node ? (copyNode(node, { number, of }) as never) : null;
  };
}

function definition(sheet: Sheet): TDocumentDefinitions {
  const stamp = new Date(sheet.stamp);
  if (Number.isNaN(stamp.getTime())) throw new Error('A sheet needs an instant as its stamp.');
  return {
    pageSize: 'A4',
    pageOrientation: sheet.orientation,
    pageMargins: sheet.margins,
    version: '1.7',
    language: sheet.language === 'vi' ? 'vi-VN' : 'en',
    displayTitle: true,
    info: {
      title: printable(sheet.title),
      author: printable(sheet.author),
      subject: sheet.subject ? printable(sheet.subject) : undefined,
      creator: 'Rõ Việc',
      producer: 'Rõ Việc',
      creationDate: stamp,
      modDate: stamp,
    },
    defaultStyle: { font: 'Tinos', color: ink, ...sheet.look },
    header: band(sheet.header),
    footer: band(sheet.footer),
    watermark: sheet.watermark && {
      text: printable(sheet.watermark.text),
      font: 'Tinos',
      bold: true,
      color: sheet.watermark.tone === 'red' ? '#a3231b' : '#55554f',
      opacity: sheet.watermark.tone === 'red' ? 0.13 : 0.1,
      angle: -52,
    },
    // The copy has the shape of the nodes it was made from, which the guard has passed.
    content: copyNode(keepHeadings(sheet.content)) as never,
  };
}

/** Draws a sheet. The same sheet gives the same bytes. */
export async function drawSheet(sheet: Sheet): Promise<Buffer> {
  const reason = refusalToDraw(sheet);
  if (reason) throw new Error(`refused: ${reason}`);
  return pdfmake.createPdf(definition(sheet)).getBuffer();
}
