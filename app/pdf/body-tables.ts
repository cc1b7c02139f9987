import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock, BodyField, BodyPaper, BodyRun } from './body-blocks.ts';
import { green, head, roomForColumns, text } from './look.ts';
import type { Inline, SheetNode } from './sheet.ts';

interface TableRoom {
  locale: Locale;
  width: number;
  fontSize: number;
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

export function tableNode(block: BodyBlock & { kind: 'table' }, layout: TableRoom): SheetNode {
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

function gridTable(widths: (number | '*')[], body: SheetNode[][], layout: { fontSize: number }): SheetNode {
  return {
    table: { widths, body, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true },
    layout: 'grid',
    fontSize: layout.fontSize - 1,
    margin: [0, 3, 0, 8],
  };
}

export function dossierNode(papers: readonly BodyPaper[], layout: TableRoom): SheetNode {
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

export function abbreviationsNode(
  items: readonly { short: string; long: string }[],
  layout: TableRoom,
): SheetNode {
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

export function recordsNode(
  records: readonly { name: string; keeper: string; retention: string }[],
  layout: TableRoom,
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
export function fieldsNode(fields: readonly BodyField[], layout: TableRoom): SheetNode {
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

function fieldTable(field: BodyField, layout: TableRoom): SheetNode {
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
