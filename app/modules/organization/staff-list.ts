import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { fold } from '#app/modules/search/fold.ts';
import { type StaffColumn, staffColumns } from './staff-columns.ts';

/** How the first line of a list may name its columns; compared without case, marks and punctuation. */
const headings: Record<StaffColumn, readonly string[]> = {
  officer: ['officer', 'officer key', 'ma can bo', 'ma', 'can bo'],
  name: ['name', 'ho va ten', 'ho ten', 'ten'],
  email: ['email', 'e mail', 'thu dien tu'],
  position: ['position', 'position key', 'ma vi tri', 'vi tri'],
  from: ['from', 'tu ngay'],
  until: ['until', 'den ngay', 'to'],
  decision: ['decision', 'quyet dinh', 'so quyet dinh'],
};

/** A mistake of the list: where, what, and in the message what to do. `value` is what stands there. */
export interface StaffFinding {
  line: number;
  column: StaffColumn | null;
  code: string;
  value: string;
}

export interface StaffRow {
  line: number;
  officer: string;
  name: string;
  email: string | null;
  position: string;
  from: string;
  until: string | null;
  decision: string | null;
}

export const staffListLimit = 2000;

function foldWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `2026-03-01` or, as offices write it, `01/03/2026`; null when it is no day. */
export function readWrittenDay(text: string): string | null {
  const written = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
  const day = written
    ? `${written[3]}-${(written[2] ?? '').padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`
    : text;
  return isDay(day) ? day : null;
}

interface Line {
  record: string[];
  info: { lines: number };
}

function linesOf(text: string): { lines: Line[]; finding: StaffFinding | null } {
  const head = text.slice(0, text.indexOf('\n') >= 0 ? text.indexOf('\n') : text.length);
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  try {
    // With `info` each record comes with its place; the types of csv-parse know only the plain shape.
    const lines = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
    return { lines, finding: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return {
      lines: [],
      finding: { line, column: null, code: 'organization.import.broken-quotes', value: '' },
    };
  }
}

function columnsOf(heading: readonly string[]): { at: Map<StaffColumn, number>; findings: StaffFinding[] } {
  const at = new Map<StaffColumn, number>();
  const folded = heading.map(foldWords);
  for (const column of staffColumns) {
    const index = folded.findIndex((text) => headings[column].includes(text));
    if (index >= 0) at.set(column, index);
  }
  const missing = (['officer', 'name', 'position', 'from'] as const).filter((column) => !at.has(column));
  return {
    at,
    findings: missing.map((column) => ({
      line: 1,
      column,
      code: 'organization.import.column-missing',
      value: '',
    })),
  };
}

type Mark = (column: StaffColumn, code: string, value: string) => void;

function readRow(line: number, value: (column: StaffColumn) => string, mark: Mark): StaffRow {
  const required = (column: StaffColumn) => {
    const text = value(column);
    if (text === '') mark(column, 'organization.import.empty', '');
    return text;
  };
  const officer = required('officer');
  if (officer !== '' && !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(officer))
    mark('officer', 'organization.import.key-wrong', officer);
  const email = value('email');
  if (email !== '' && !z.email().safeParse(email).success)
    mark('email', 'organization.import.email-wrong', email);
  const writtenFrom = required('from');
  const from = readWrittenDay(writtenFrom);
  if (writtenFrom !== '' && from === null) mark('from', 'organization.import.day-wrong', writtenFrom);
  const writtenUntil = value('until');
  const until = writtenUntil === '' ? null : readWrittenDay(writtenUntil);
  if (writtenUntil !== '' && until === null) mark('until', 'organization.import.day-wrong', writtenUntil);
  if (from && until && until < from) mark('until', 'organization.import.days-out-of-order', writtenUntil);
  return {
    line,
    officer,
    name: required('name'),
    email: email === '' ? null : email,
    position: required('position'),
    from: from ?? '',
    until,
    decision: value('decision') || null,
  };
}

function disagreements(rows: readonly StaffRow[]): StaffFinding[] {
  const first = new Map<string, StaffRow>();
  return rows.flatMap((row) => {
    const known = first.get(row.officer);
    if (!known) {
      first.set(row.officer, row);
      return [];
    }
    if (known.name === row.name) return [];
    return [
      { line: row.line, column: 'name' as const, code: 'organization.import.name-differs', value: row.name },
    ];
  });
}

/**
 * Reads a list of officers and the positions they hold: comma, semicolon or tab between columns, headings in Vietnamese
 * or English. Every mistake is found at once, with its line in the file.
 */
export function readStaffList(text: string): { rows: StaffRow[]; findings: StaffFinding[] } {
  const { lines, finding } = linesOf(text.normalize('NFC'));
  if (finding) return { rows: [], findings: [finding] };
  const [heading, ...rest] = lines;
  if (!heading || rest.length === 0)
    return {
      rows: [],
      findings: [{ line: 1, column: null, code: 'organization.import.nothing', value: '' }],
    };
  if (rest.length > staffListLimit)
    return {
      rows: [],
      findings: [{ line: 1, column: null, code: 'organization.import.too-long', value: '' }],
    };
  const { at, findings } = columnsOf(heading.record);
  if (findings.length > 0) return { rows: [], findings };
  const rows = rest.map(({ record, info }) => {
    const mark: Mark = (column, code, value) => findings.push({ line: info.lines, column, code, value });
    return readRow(info.lines, (column) => record[at.get(column) ?? -1] ?? '', mark);
  });
  findings.push(...disagreements(rows));
  return { rows, findings: findings.sort((a, b) => a.line - b.line) };
}
