import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import { head, roomForColumns, text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import {
  answer,
  choice,
  type FormPaper,
  formSheet,
  labelledRows,
  partHeading,
  type Signature,
  signatures,
} from './form-sheet.ts';

/** A field of a form as it is printed. */
export interface PrintedField {
  key: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'table';
  options: string[];
  columns: string[];
}

export interface FilledFormPaper extends FormPaper {
  fields: PrintedField[];
  /** Null prints the form blank. */
  values: Record<string, string | string[][]> | null;
  /** Number of the record and what it is made on; nothing on a blank form. */
  facts: (readonly [string, string])[];
  signature: Signature;
}

const labelWidth = 150;
const blankRows = 4;

/** Any form of the office from the fields of its text: blank to be filled in by hand, or as a record. */
export function filledFormSheet(paper: FilledFormPaper): Sheet {
  const widest = Math.max(0, ...paper.fields.map((field) => field.columns.length));
  return formSheet(paper, {
    orientation: widest > 5 ? 'landscape' : 'portrait',
    fontSize: 11,
    content: (width) => [
      ...(paper.facts.length > 0
        ? [
            labelledRows(
              paper.facts.map(([label, words]) => [label, answer(words)] as const),
              labelWidth,
            ),
          ]
        : []),
      ...paper.fields.flatMap((field) => fieldNodes(paper, field, width)),
      signatures([paper.signature], paper.locale),
    ],
  });
}

function fieldNodes(paper: FilledFormPaper, field: PrintedField, width: number): SheetNode[] {
  const value = paper.values?.[field.key];
  if (field.type === 'table') {
    return [partHeading(field.label), tableOf(field, Array.isArray(value) ? value : null, width)];
  }
  const words = typeof value === 'string' ? value : '';
  return [labelledRows([[field.label, singleNode(paper, field, words)]], labelWidth)];
}

function singleNode(paper: FilledFormPaper, field: PrintedField, words: string): SheetNode {
  if (field.type === 'choice')
    return choice(
      field.options.map((option) => [option, option] as const),
      words || null,
    );
  const filled = paper.values !== null;
  if (words === '') return filled ? answer(translate(paper.locale, 'records.paper.nothing')) : answer(null);
  return answer(field.type === 'date' ? formatDay(paper.locale, words) : words);
}

function tableOf(field: PrintedField, rows: string[][] | null, width: number): SheetNode {
  const room = roomForColumns(width, field.columns.length);
  const body = rows ?? Array.from({ length: blankRows }, () => field.columns.map(() => ' '));
  const tallest = Math.max(0, ...body.flat().map((cell) => cell.length));
  return {
    table: {
      widths: field.columns.map(() => room / field.columns.length),
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: tallest < 600,
      body: [
        field.columns.map((column) => head(column)),
        ...(body.length > 0 ? body : [field.columns.map(() => ' ')]).map((row) =>
          field.columns.map((_, at) => text(row[at] || ' ')),
        ),
      ],
    },
    layout: 'grid',
    fontSize: 10,
  };
}
