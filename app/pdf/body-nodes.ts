import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock } from './body-blocks.ts';
import {
  abbreviationsNode,
  dossierNode,
  fieldsNode,
  inlines,
  recordsNode,
  tableNode,
} from './body-tables.ts';
import { green, hair, red, text } from './look.ts';
import type { SheetNode } from './sheet.ts';
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
