import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
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
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  type WordBlock,
  type WordCell,
  type WordInline,
  type WordParagraph,
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
        headers: { default: new Header({ children: sheet.header.map((block) => blockOf(block)) }) },
        footers: { default: new Footer({ children: sheet.footer.map((block) => blockOf(block)) }) },
        children: sheet.content.map((block) => blockOf(block)),
      },
    ],
  });
  return dated(await Packer.toBuffer(file), sheet.stamp);
}

/** The packer writes the clock into the properties and the zip; the sheet's own instant stands there instead. */
function dated(bytes: Uint8Array, stamp: string): Uint8Array {
  const parts = unzipSync(bytes);
  const core = 'docProps/core.xml';
  const told = parts[core];
  if (told) {
    const fixed = strFromU8(told).replace(/(<dcterms:(\w+)[^>]*>)[^<]*(<)/g, `$1${stamp}$3`);
    parts[core] = strToU8(fixed);
  }
  return zipSync(parts, { level: 6, mtime: zipEpoch() });
}

/** A zip writes local time: the same wall clock everywhere. */
function zipEpoch(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}

const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** What XML may not hold is left out, letters are composed. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

function styles(language: WordSheet['language']) {
  const run = { font: 'Times New Roman', size: wordSize * 2, color: '000000' };
  const heading = (above: number, more: object) => ({
    run: { ...run, bold: true, ...more },
    paragraph: { spacing: { before: above * 20, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { ...run, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } } },
      heading1: heading(12, { allCaps: true }),
      heading2: heading(6, {}),
      heading3: heading(6, { italics: true }),
    },
  };
}

const bullets = ['-', '+', '•'];

function numbering({ content, header, footer }: WordSheet) {
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    start = 1,
  ) =>
    ({
      level: at,
      format,
      text,
      start,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(6 * (at + 1)), hanging: mm(6) } } },
    }) satisfies ILevelsOptions;
  const heads: ILevelsOptions[] = ['%1.', '%1.%2.', '%1.%2.%3.'].map((text, at) => ({
    level: at,
    format: LevelFormat.DECIMAL,
    text,
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  }));
  const starts = new Set(
    listsIn([...header, ...content, ...footer])
      .filter((list) => list.ordered)
      .map((list) => list.start),
  );
  const deep = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return [
    { reference: 'headings', levels: heads },
    {
      reference: 'dashes',
      levels: deep.map((at) => level(at, LevelFormat.BULLET, bullets[at % bullets.length] ?? '-')),
    },
    ...[...starts].sort().map((start) => ({
      reference: `from-${start}`,
      levels: deep.map((at) => level(at, LevelFormat.DECIMAL, `%${at + 1}.`, at === 0 ? start : 1)),
    })),
  ];
}

function listsIn(blocks: readonly WordBlock[]): NonNullable<WordParagraph['list']>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.list ? [block.list] : [];
    if (block.kind === 'table') return block.rows.flat().flatMap((one) => listsIn(one.blocks));
    return [];
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

function blockOf(block: WordBlock, inCell = false): Paragraph | Table | TableOfContents {
  switch (block.kind) {
    case 'table':
      return tableOf(block);
    case 'contents':
      return new TableOfContents('', {
        headingStyleRange: '1-1',
        beginDirty: true,
        cachedEntries: block.lines.map((line) => ({ title: clean(line.title), level: line.level })),
      });
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
    alignment: AlignmentType[(block.align ?? 'justify').toUpperCase() as Sides],
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

/** Names of the library's own table of sides. */
type Sides = 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFY';

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
      children: endingInParagraph(one.blocks.map((block) => blockOf(block, true))),
    });
  });
}

/** Word wants a paragraph at the end of every cell. */
function endingInParagraph<Block>(blocks: Block[]): (Block | Paragraph)[] {
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({ children: [] })];
}
