import type { Block, Paragraph, Table, TableCell } from './word-document.ts';
import { Numbering } from './word-numbering.ts';
import { type Style, stylesOf } from './word-styles.ts';
import { collapse, flatParagraphs, textOf } from './word-text.ts';
import { elementOf, elementsOf, isOn, valOf, type XmlElement } from './xml-tree.ts';

/** Turns the parts of a Word file into blocks; one per document, since list counters run through it. */
export class WordBody {
  private readonly numbering: Numbering;
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly footnotes = new Map<string, string>();

  constructor(parts: {
    numbering: XmlElement | null;
    styles: XmlElement | null;
    footnotes: XmlElement | null;
  }) {
    this.numbering = new Numbering(parts.numbering);
    this.styles = stylesOf(parts.styles);
    for (const note of parts.footnotes === null ? [] : elementsOf(parts.footnotes, 'w:footnote')) {
      const text = this.blocks(note)
        .map((block) => (block.kind === 'paragraph' ? block.text : ''))
        .join(' ')
        .trim();
      if (text !== '') this.footnotes.set(note.attributes['w:id'] ?? '', text);
    }
  }

  blocks(parent: XmlElement): Block[] {
    const found: Block[] = [];
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') found.push(this.paragraph(child));
      else if (child.name === 'w:tbl') found.push(this.table(child));
      else if (transparent.has(child.name)) found.push(...this.blocks(child));
    }
    return found;
  }

  private paragraph(element: XmlElement): Paragraph {
    const properties = elementOf(element, 'w:pPr');
    const styleId = valOf(properties, 'w:pStyle') ?? null;
    const style = styleId === null ? undefined : this.styles.get(styleId);
    const run: RunText = { text: '', bold: [], pageBreak: false, footnotes: [], boxes: [] };
    this.collect(element, style?.bold ?? false, run);
    const text = collapse(run.text);
    const outline = valOf(properties, 'w:outlineLvl');
    return {
      kind: 'paragraph',
      text,
      style: styleId,
      heading: outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : (style?.heading ?? null),
      number: this.labelOf(properties, style),
      bold: text !== '' && run.bold.length > 0 && run.bold.every(Boolean),
      pageBreakBefore: run.pageBreak || isOn(properties, 'w:pageBreakBefore'),
      footnotes: run.footnotes,
      boxes: run.boxes,
    };
  }

  /** Word numbers an empty list paragraph too: in step tables the number cell is exactly that. */
  private labelOf(properties: XmlElement | undefined, style: Style | undefined): string | null {
    const own = elementOf(properties, 'w:numPr');
    const numId = valOf(own, 'w:numId') ?? style?.numbering?.numId;
    if (numId === undefined || numId === '0') return null;
    const level = valOf(own, 'w:ilvl') ?? String(style?.numbering?.level ?? 0);
    return this.numbering.label(numId, bounded(level, 0, deepestLevel));
  }

  private collect(parent: XmlElement, bold: boolean, into: RunText): void {
    let runBold = bold;
    if (parent.name === 'w:r') {
      const properties = elementOf(parent, 'w:rPr');
      if (isOn(properties, 'w:vanish') || isOn(properties, 'w:webHidden')) return;
      if (elementOf(properties, 'w:b') !== undefined) runBold = isOn(properties, 'w:b');
    }
    for (const child of elementsOf(parent)) this.collectChild(child, runBold, into);
  }

  private collectChild(child: XmlElement, bold: boolean, into: RunText): void {
    switch (child.name) {
      case 'w:t': {
        const text = child.children.filter((part) => typeof part === 'string').join('');
        into.text += text;
        if (text.trim() !== '') into.bold.push(bold);
        return;
      }
      case 'w:tab':
      case 'w:ptab':
        into.text += '\t';
        return;
      case 'w:noBreakHyphen':
        into.text += '-';
        return;
      case 'w:cr':
        into.text += '\n';
        return;
      case 'w:br':
        if (child.attributes['w:type'] === 'page') into.pageBreak = into.text.trim() === '' || into.pageBreak;
        into.text += '\n';
        return;
      case 'w:footnoteReference': {
        const note = this.footnotes.get(child.attributes['w:id'] ?? '');
        if (note !== undefined) into.footnotes.push(note);
        return;
      }
      case 'w:txbxContent':
        into.boxes.push(...flatParagraphs(this.blocks(child)));
        return;
      default:
        if (!unread.has(child.name)) this.collect(child, bold, into);
    }
  }

  private table(element: XmlElement): Table {
    const grid: (TableCell | null)[][] = [];
    for (const rowElement of rowsOf(element)) {
      const row: (TableCell | null)[] = [];
      const rowIndex = grid.length;
      grid.push(row);
      let column = bounded(valOf(rowElement, 'w:trPr', 'w:gridBefore'), 0, mostColumns);
      for (const cellElement of cellsOfRow(rowElement)) {
        const span = bounded(valOf(cellElement, 'w:tcPr', 'w:gridSpan'), 1, mostColumns);
        const merge = elementOf(cellElement, 'w:tcPr', 'w:vMerge');
        const above =
          merge !== undefined && merge.attributes['w:val'] !== 'restart'
            ? grid[rowIndex - 1]?.[column]
            : null;
        const blocks = this.blocks(cellElement);
        const cell = above ?? { blocks: [], text: '', row: rowIndex, column, columnSpan: span, rowSpan: 1 };
        if (above) above.rowSpan = rowIndex - above.row + 1;
        if (!above || textOf(blocks) !== '') cell.blocks.push(...blocks);
        cell.text = textOf(cell.blocks);
        for (let at = column; at < column + span; at += 1) row[at] = cell;
        column += span;
      }
      for (let at = 0; at < row.length; at += 1) row[at] ??= null;
    }
    const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
    for (const row of grid) while (row.length < columns) row.push(null);
    return { kind: 'table', columns, grid };
  }
}

interface RunText {
  text: string;
  bold: boolean[];
  pageBreak: boolean;
  footnotes: string[];
  boxes: Paragraph[];
}

const transparent = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);
const unread = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:sdtPr',
]);

/** Word itself allows no more. */
const mostColumns = 63;
const deepestLevel = 8;

function bounded(value: string | undefined, least: number, most: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : least;
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : transparent.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOfRow(row: XmlElement): XmlElement[] {
  return elementsOf(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : transparent.has(child.name) ? cellsOfRow(child) : [],
  );
}
