import { isDay } from '#app/http/clock.ts';
import type { FieldErrors, TypedValues } from '#app/http/forms.ts';

export const fieldTypes = ['text', 'number', 'date', 'choice', 'table'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A `<Field>` of a form or of a template of a work instruction, as its revision says. */
export interface FormField {
  key: string;
  label: string;
  type: FieldType;
  required: boolean;
  options: string[];
  columns: string[];
}

/** What stands in a field: words, or the rows of a table. */
export type FilledValue = string | string[][];
export type FilledValues = Record<string, FilledValue>;

export const longestText = 2000;
export const longestCell = 500;
export const mostRows = 60;

export function inputName(key: string): string {
  return `v:${key}`;
}

export function cellName(key: string, row: number, column: number): string {
  return `v:${key}:${row}:${column}`;
}

/** What was typed, field by field; rows in which nothing stands are left out, and one is added where asked for. */
export function valuesOf(fields: readonly FormField[], typed: TypedValues, addRowTo = ''): FilledValues {
  const values: FilledValues = {};
  for (const field of fields) {
    if (field.type !== 'table') {
      values[field.key] = (typed[inputName(field.key)]?.[0] ?? '').trim();
      continue;
    }
    const rows = typedRows(field, typed).filter(saysSomething);
    if (field.key === addRowTo && rows.length < mostRows) rows.push(field.columns.map(() => ''));
    values[field.key] = rows;
  }
  return values;
}

function typedRows(field: FormField, typed: TypedValues): string[][] {
  const rows: string[][] = [];
  for (let row = 0; row <= mostRows && typed[cellName(field.key, row, 0)]; row += 1)
    rows.push(field.columns.map((_, column) => (typed[cellName(field.key, row, column)]?.[0] ?? '').trim()));
  return rows;
}

function saysSomething(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

/** What is to be mended before the form is whole. While it is unfinished nothing is wanting yet. */
export function mistakesIn(
  fields: readonly FormField[],
  values: FilledValues,
  asked: 'unfinished' | 'whole',
): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of fields) {
    const mistake = mistakeIn(field, values[field.key], asked === 'whole');
    if (mistake) errors[inputName(field.key)] = [mistake];
  }
  return errors;
}

function mistakeIn(field: FormField, value: FilledValue | undefined, whole: boolean): string | null {
  if (field.type === 'table')
    return mistakeInRows(Array.isArray(value) ? value : [], field.required && whole);
  const text = typeof value === 'string' ? value : '';
  if (text === '') return field.required && whole ? 'errors.field.required' : null;
  if (text.length > longestText) return 'errors.field.too-long';
  if (field.type === 'number' && !isNumber(text)) return 'records.mistake.number';
  if (field.type === 'date' && !isDay(text)) return 'errors.field.day';
  return field.type === 'choice' && !field.options.includes(text) ? 'records.mistake.choice' : null;
}

function mistakeInRows(rows: readonly string[][], wanted: boolean): string | null {
  const said = rows.filter(saysSomething);
  if (said.length === 0) return wanted ? 'records.mistake.no-row' : null;
  if (said.length > mostRows) return 'records.mistake.too-many-rows';
  return said.some((row) => row.some((cell) => cell.length > longestCell))
    ? 'records.mistake.long-cell'
    : null;
}

/** `1250`, `1.250`, `1.250,5`, `12,5` and `12.5`: as offices write numbers, and as keyboards do. */
export function isNumber(text: string): boolean {
  return /^-?(\d{1,3}(\.\d{3})+(,\d+)?|\d{1,15}([.,]\d{1,6})?)$/.test(text);
}

/** As it is kept: rows without words are gone, and only fields of the form stand in it. */
export function tidied(fields: readonly FormField[], values: FilledValues): FilledValues {
  return Object.fromEntries(
    fields.map(({ key, type }) => {
      const value = values[key];
      if (type !== 'table') return [key, typeof value === 'string' ? value : ''];
      return [key, Array.isArray(value) ? value.filter(saysSomething) : []];
    }),
  );
}

/** What of the values still has its place where the form has changed: same key, same sort of field. */
export function carriedOver(
  from: readonly FormField[],
  to: readonly FormField[],
  values: FilledValues,
): { values: FilledValues; lost: string[]; added: string[] } {
  const kept = to.filter((field) => from.some((one) => isSamePlace(one, field)));
  const carried = Object.fromEntries(kept.map(({ key }) => [key, values[key] ?? '']));
  const lost = from.filter(
    (field) => !kept.some((one) => one.key === field.key) && isFilled(values[field.key]),
  );
  const added = to.filter((field) => !kept.includes(field));
  return {
    values: tidied(to, carried),
    lost: lost.map((field) => field.label),
    added: added.map((field) => field.label),
  };
}

function isSamePlace(one: FormField, other: FormField): boolean {
  if (one.key !== other.key) return false;
  if (one.type === 'table' || other.type === 'table')
    return one.type === other.type && one.columns.length === other.columns.length;
  return true;
}

function isFilled(value: FilledValue | undefined): boolean {
  return Array.isArray(value) ? value.some(saysSomething) : (value ?? '') !== '';
}
