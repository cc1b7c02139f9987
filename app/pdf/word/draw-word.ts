import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { repacked } from '#app/modules/files/steady-zip.ts';
import { clean, mm, numbering, styles } from './word-look.ts';
import {
  type WordBlock,
  type WordCell,
  type WordInline,
  type WordParagraph,
  type WordPart,
  type WordSheet,
  type WordTable,
  wordMargins,
  wordSize,
  wordWidth,
} from './word-sheet.ts';

/** A Word file of the sheet. The same sheet gives the same bytes; it refers to nothing outside itself. */
export async function drawWord(sheet: WordSheet): Promise<Uint8Array> {
  const file = new Document({
    title: clean(sheet.title),
    subject: clean(sheet.subject),
    creator: clean(sheet.author),
    lastModifiedBy: clean(sheet.author),
    styles: styles(sheet.language),
    numbering: { config: numbering(sheet) },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(wordMargins.top),
              right: mm(wordMargins.right),
              bottom: mm(wordMargins.bottom),
              left: mm(wordMargins.left),
              header: mm(10),
              footer: mm(10),
            },
          },
        },
        headers: { default: new Header({ children: sheet.header.map((part) => partOf(part)) }) },
        footers: { default: new Footer({ children: sheet.footer.map((part) => partOf(part)) }) },
        children: sheet.content.map((block) => blockOf(block)),
      },
    ],
  });
  return dated(await Packer.toBuffer(file), sheet.stamp);
}

/** The packer writes the clock into the properties and the zip; the sheet's own instant stands there instead. */
function dated(bytes: Uint8Array, stamp: string): Uint8Array {
  return repacked(bytes, (name, content) => {
    if (name !== 'docProps/core.xml') return content;
    return strToU8(strFromU8(content).replace(/(<dcterms:(\w+)[^>]*>)[^<]*(<)/g, `$1${stamp}$3`));
  });
}

function runOf(run: WordInline): TextRun {
  const size = (run.size ?? wordSize) * 2;
  if ('field' in run) {
    const field = run.field === 'page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES;
    return new TextRun({ children: [field], bold: run.bold, size });
  }
  const lines = clean(run.text).split('\n');
  return new TextRun({
    bold: run.bold,
    italics: run.italics,
    allCaps: run.caps,
    ...(run.red ? { color: 'A3231B' } : {}),
    size,
    children: lines.flatMap((line, at) => (at === 0 ? [line] : [new TextRun({ text: '', break: 1 }), line])),
  });
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function blockOf(block: WordBlock): Paragraph | Table | TableOfContents {
  if (block.kind !== 'contents') return partOf(block);
  return new TableOfContents('', {
    headingStyleRange: '1-1',
    beginDirty: true,
    cachedEntries: block.lines.map((line) => ({ title: clean(line.title), level: line.level })),
  });
}

function partOf(block: WordPart, inCell = false): Paragraph | Table {
  switch (block.kind) {
    case 'table':
      return tableOf(block);
    case 'heading':
      return new Paragraph({
        heading: headings[block.level - 1],
        pageBreakBefore: block.newPage,
        ...(block.counted ? { numbering: { reference: 'headings', level: block.level - 1 } } : {}),
        children: block.runs.map((run) => new TextRun({ text: clean(run.text) })),
      });
    default:
      return paragraphOf(block, inCell);
  }
}

function paragraphOf(block: WordParagraph, inCell: boolean): Paragraph {
  const options: IParagraphOptions = {
    alignment: sides[block.align ?? 'justify'],
    pageBreakBefore: block.newPage,
    spacing: { before: (block.above ?? 0) * 20, after: (block.below ?? (inCell ? 0 : 6)) * 20 },
    ...(block.indent ? { indent: { left: mm(block.indent * 10) } } : {}),
    ...(block.list
      ? {
          numbering: {
            reference: block.list.ordered ? `from-${block.list.start}` : 'dashes',
            level: Math.min(8, block.list.level),
            instance: block.list.id,
          },
        }
      : {}),
    children: block.runs.map(runOf),
  };
  return new Paragraph(options);
}

const sides = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

function tableOf(table: WordTable): Table {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const widths = table.widths.map((width) => mm((width * wordWidth) / whole));
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.5), bottom: mm(0.5) },
    rows: table.rows.map(
      (row, at) =>
        new TableRow({ tableHeader: at < table.headRows, cantSplit: true, children: cellsOf(row, widths) }),
    ),
  });
}

function cellsOf(row: readonly WordCell[], widths: readonly number[]): TableCell[] {
  let at = 0;
  return row.map((one) => {
    const span = one.span ?? 1;
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
    at += span;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: one.span,
      ...(one.merge
        ? { verticalMerge: one.merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
        : {}),
      ...(one.fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EEF1EC' } } : {}),
      children: endingInParagraph(one.blocks.map((part) => partOf(part, true))),
    });
  });
}

/** Word wants a paragraph at the end of every cell. */
function endingInParagraph<Block>(blocks: Block[]): (Block | Paragraph)[] {
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({ children: [] })];
}
