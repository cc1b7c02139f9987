import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock, BodyField, BodyPaper, BodyRun } from './body-blocks.ts';
import { green, hair, head, red, roomForColumns, text } from './look.ts';
import type { Inline, SheetNode } from './sheet.ts';
import { stepsNodes } from './steps-nodes.ts';

export interface BodyLayout {
  locale: Locale;
  /** Room between the margins. */
  width: number;
  fontSize: number;
  /** In a narrow column text is not justified. */
  narrow?: boolean;
}

/** The blocks of a body as nodes of a sheet. */
export function bodyNodes(blocks: readonly BodyBlock[], layout: BodyLayout): SheetNode[] {
  return blocks.flatMap((block) => nodesOf(block, layout));
}

export function inlines(runs: readonly BodyRun[]): (string | Inline)[] {
  return runs.map(({ text, bold, italics, code, link }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
    ...(code ? { background: '#efefea' } : {}),
    ...(link ? { link, color: green } : {}),
  }));
}

function nodesOf(block: BodyBlock, layout: BodyLayout): SheetNode[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block, layout)];
    case 'paragraph':
      return [
        text(inlines(block.runs), {
          alignment: layout.narrow ? 'left' : 'justify',
          margin: [0, 0, 0, layout.narrow ? 2 : 5],
        }),
      ];
    case 'list':
      return [listNode(block, layout)];
    case 'table':
      return [tableNode(block, layout)];
    case 'quote':
      return [boxed('bar', bodyNodes(block.blocks, narrower(layout)))];
    case 'note':
      return [noteNode(block, layout)];
    case 'code':
      return [text(block.text, { margin: [8, 2, 8, 6], background: '#efefea' })];
    case 'line':
      return [
        {
          canvas: [{ type: 'line', x1: 0, y1: 0, x2: layout.width, y2: 0, lineWidth: 0.5, lineColor: hair }],
          margin: [0, 6, 0, 6],
        },
      ];
    case 'dossier':
      return [dossierNode(block.papers, layout)];
    case 'abbreviations':
      return [abbreviationsNode(block.items, layout)];
    case 'steps':
      return stepsNodes(block, layout, (blocks, width) =>
        flush(bodyNodes(blocks, { ...layout, width, fontSize: layout.fontSize - 1, narrow: true })),
      );
    case 'records':
      return [recordsNode(block.records, layout)];
    case 'fields':
      return [fieldsNode(block.fields, layout)];
    case 'rule':
      return [ruleNode(block, layout)];
  }
}

function narrower(layout: BodyLayout): BodyLayout {
  return { ...layout, width: layout.width - 18 };
}

/** Without the space below the last node, for the inside of a cell. */
function flush(nodes: SheetNode[]): SheetNode[] {
  return nodes.map((node, i) => {
    if (i < nodes.length - 1 || !node.margin) return node;
    const [left, top, right] = node.margin;
    return { ...node, margin: [left, top, right, 0] };
  });
}

function heading(block: BodyBlock & { kind: 'heading' }, { locale, fontSize }: BodyLayout): SheetNode {
  const words = inlines(block.runs);
  const numbered = block.number ? [`${block.number} `, ...words] : words;
  if (block.level > 1)
    return text(numbered, {
      bold: true,
      italics: block.level > 2,
      headlineLevel: block.level,
      margin: [0, 6, 0, 4],
    });
  const capitals = numbered.map((part) =>
    typeof part === 'string' ? part : { ...part, text: part.text.toLocaleUpperCase(locale) },
  );
  return text(capitals, {
    bold: true,
    fontSize: fontSize + 0.5,
    headlineLevel: 1,
    tocItem: true,
    tocMargin: [0, 2, 0, 2],
    margin: [0, 12, 0, 5],
  });
}

function listNode(block: BodyBlock & { kind: 'list' }, layout: BodyLayout): SheetNode {
  const items = block.items.map((item): SheetNode => {
    const nodes = bodyNodes(item, narrower(layout)).map((node) =>
      'text' in node ? { ...node, margin: tight } : node,
    );
    const only = nodes.length === 1 ? nodes[0] : undefined;
    return only ?? { stack: nodes };
  });
  return { ...(block.ordered ? { ol: items, start: block.start } : { ul: items }), margin: [6, 0, 0, 5] };
}

const tight: [number, number, number, number] = [0, 0, 0, 3];

function tableNode(block: BodyBlock & { kind: 'table' }, layout: BodyLayout): SheetNode {
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  const body = block.rows.map((row, r) =>
    Array.from({ length: columns }, (_, c): SheetNode => {
      const words = inlines(row[c] ?? []);
      if (r === 0) return { ...head(''), text: words };
      return text(words, { alignment: block.align[c] ?? 'left' });
    }),
  );
  return gridTable(columnWidths(block.rows, columns, layout.width), body, layout);
}

/** Widths that share the room by how much the columns say, none below what a word needs. */
function columnWidths(rows: BodyRun[][][], columns: number, width: number): number[] {
  const said = Array.from({ length: columns }, (_, c) =>
    rows.reduce(
      (most, row) =>
        Math.max(
          most,
          (row[c] ?? []).reduce((sum, run) => sum + run.text.length, 0),
        ),
      4,
    ),
  );
  const weights = said.map((letters) => Math.sqrt(letters) + 3);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const room = roomForColumns(width, columns);
  return weights.map((weight) => (room * weight) / whole);
}

export function gridTable(
  widths: (number | '*')[],
  body: SheetNode[][],
  layout: { fontSize: number },
): SheetNode {
  return {
    table: { widths, body, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true },
    layout: 'grid',
    fontSize: layout.fontSize - 1,
    margin: [0, 3, 0, 8],
  };
}

function boxed(layout: 'bar' | 'note' | 'warning', stack: SheetNode[]): SheetNode {
  return { table: { widths: ['*'], body: [[{ stack: flush(stack) }]] }, layout, margin: [0, 2, 0, 7] };
}

function noteNode(block: BodyBlock & { kind: 'note' }, layout: BodyLayout): SheetNode {
  const warning = block.tone === 'warning';
  const title = text(translate(layout.locale, `pdf.note.${block.tone}`), {
    bold: true,
    fontSize: layout.fontSize - 1,
    color: warning ? red : green,
    margin: [0, 0, 0, 2],
  });
  return boxed(warning ? 'warning' : 'note', [title, ...bodyNodes(block.blocks, narrower(layout))]);
}

function dossierNode(papers: readonly BodyPaper[], layout: BodyLayout): SheetNode {
  const say = (key: string) => translate(layout.locale, `pdf.dossier.${key}`);
  const rows: SheetNode[][] = [
    [head(say('no')), head(say('name')), head(say('original')), head(say('copies'))],
  ];
  let group: BodyPaper['group'] = null;
  for (const [i, paper] of papers.entries()) {
    if (paper.group && paper.group !== group)
      rows.push([
        text(say(paper.group), { colSpan: 4, bold: true, italics: true }),
        { text: '' },
        { text: '' },
        { text: '' },
      ]);
    group = paper.group ?? group;
    const count = (value: string) =>
      text(value === '' || value === '0' ? '–' : value, { alignment: 'center' });
    rows.push([
      text(String(i + 1), { alignment: 'center' }),
      text(paper.name),
      count(paper.original),
      count(paper.copies),
    ]);
  }
  return gridTable([22, '*', 52, 52], rows, layout);
}

function abbreviationsNode(items: readonly { short: string; long: string }[], layout: BodyLayout): SheetNode {
  return {
    table: {
      widths: [72, '*'],
      body: items.map(({ short, long }) => [text(short, { bold: true }), text(long)]),
    },
    layout: 'quiet',
    fontSize: layout.fontSize - 0.5,
    margin: [0, 2, 0, 8],
  };
}

function recordsNode(
  records: readonly { name: string; keeper: string; retention: string }[],
  layout: BodyLayout,
): SheetNode {
  const say = (key: string) => translate(layout.locale, `pdf.records.${key}`);
  const rows = records.map((record, i): SheetNode[] => [
    text(String(i + 1), { alignment: 'center' }),
    text(record.name),
    text(record.keeper),
    text(record.retention),
  ]);
  return gridTable(
    [22, '*', 118, 88],
    [[head(say('no')), head(say('name')), head(say('keeper')), head(say('retention'))], ...rows],
    layout,
  );
}

/** A form's fields with room to write; a choice shows its boxes, a table its columns and empty rows. */
function fieldsNode(fields: readonly BodyField[], layout: BodyLayout): SheetNode {
  const rows = fields.map((field): SheetNode[] => {
    if (field.type === 'table') return [fieldTable(field, layout), { text: '' }];
    const answer = field.type === 'choice' ? field.options.map(boxAndWords).join('     ') : '';
    return [text(field.label), text(answer, field.type === 'text' ? { margin: [0, 0, 0, 10] } : {})];
  });
  return {
    table: { widths: [150, '*'], body: rows, dontBreakRows: true },
    layout: 'form',
    margin: [0, 3, 0, 8],
  };
}

/** A short choice stays on one line with its box. */
function boxAndWords(option: string): string {
  const words = `□ ${option}`;
  return words.length > 40 ? words : words.replaceAll(' ', '\u00a0');
}

function fieldTable(field: BodyField, layout: BodyLayout): SheetNode {
  const columns = field.columns.length > 0 ? field.columns : [' '];
  const widths = columns.map(() => roomForColumns(layout.width - 14, columns.length) / columns.length);
  const body: SheetNode[][] = [
    columns.map((column) => head(column)),
    ...Array.from({ length: 4 }, () => columns.map((): SheetNode => ({ text: ' ' }))),
  ];
  const table: SheetNode = {
    table: { widths, body, headerRows: 1 },
    layout: 'grid',
    fontSize: layout.fontSize - 1,
  };
  return { stack: [text(field.label, { bold: true, margin: [0, 0, 0, 3] }), table], colSpan: 2 };
}

function ruleNode(block: BodyBlock & { kind: 'rule' }, layout: BodyLayout): SheetNode {
  return {
    table: {
      widths: [40, layout.width - 40 - 96 - 25, 96],
      dontBreakRows: true,
      body: [
        [
          text(block.id, { bold: true, color: green }),
          { stack: flush(bodyNodes(block.blocks, { ...layout, width: layout.width - 160 })) },
          text([`${block.check}\n`, block.severity], { fontSize: layout.fontSize - 2, alignment: 'right' }),
        ],
      ],
    },
    layout: 'quiet',
  };
}
