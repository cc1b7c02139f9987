import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyField, BodyPaper, BodyRecord } from '../body-blocks.ts';
import { cell, headCell, type WordCell, type WordTable, wordWidth } from './word-sheet.ts';

export function dossierTable(papers: readonly BodyPaper[], locale: Locale): WordTable {
  const say = (key: string) => translate(locale, `pdf.dossier.${key}`);
  const rows: WordCell[][] = [
    [headCell(say('no')), headCell(say('name')), headCell(say('original')), headCell(say('copies'))],
  ];
  let group: BodyPaper['group'] = null;
  for (const [at, paper] of papers.entries()) {
    if (paper.group && paper.group !== group) rows.push([cell(say(paper.group), { span: 4, bold: true })]);
    group = paper.group ?? group;
    const count = (value: string) => cell(value === '' || value === '0' ? '–' : value, { align: 'center' });
    rows.push([
      cell(String(at + 1), { align: 'center' }),
      cell(paper.name),
      count(paper.original),
      count(paper.copies),
    ]);
  }
  return { kind: 'table', widths: [12, 103, 25, 25], headRows: 1, rows };
}

export function abbreviationTable(items: readonly { short: string; long: string }[]): WordTable {
  const rows = items.map(({ short, long }) => [cell(short, { bold: true }), cell(long)]);
  return { kind: 'table', widths: [40, wordWidth - 40], headRows: 0, rows };
}

export function recordTable(records: readonly BodyRecord[], locale: Locale): WordTable {
  const say = (key: string) => translate(locale, `pdf.records.${key}`);
  const head = ['no', 'name', 'keeper', 'retention'].map((key) => headCell(say(key)));
  const rows = records.map((record, at) => [
    cell(String(at + 1), { align: 'center' }),
    cell(record.name),
    cell(record.keeper),
    cell(record.retention),
  ]);
  return { kind: 'table', widths: [12, 73, 45, 35], headRows: 1, rows: [head, ...rows] };
}

/** A form's fields with room to write; a field that is a table of its own follows as one. */
export function fieldTables(fields: readonly BodyField[]): WordTable[] {
  const plain = fields.filter((field) => field.type !== 'table');
  const rows = plain.map((field) => [
    cell(field.label),
    cell(field.type === 'choice' ? field.options.map((option) => `□ ${option}`).join('\n') : '\n'),
  ]);
  const first: WordTable[] =
    plain.length > 0 ? [{ kind: 'table', widths: [60, 105], headRows: 0, rows }] : [];
  return [...first, ...fields.filter((field) => field.type === 'table').map(ownTable)];
}

function ownTable(field: BodyField): WordTable {
  const columns = field.columns.length > 0 ? field.columns : [' '];
  const blank = () => columns.map(() => cell(' '));
  return {
    kind: 'table',
    widths: columns.map(() => wordWidth / columns.length),
    headRows: 2,
    rows: [
      [headCell(field.label, { span: columns.length })],
      columns.map((column) => headCell(column)),
      ...Array.from({ length: 4 }, blank),
    ],
  };
}
