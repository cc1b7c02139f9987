import { stringify } from 'csv-stringify/sync';
import { repacked } from '#app/modules/files/steady-zip.ts';
import type { OfficeRegister } from './office-register.ts';

/** A register as a table that spreadsheets open: no cell of it can become a formula. */
export function registerCsv({ columns, rows }: OfficeRegister): string {
  return stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** A register as a workbook: every cell is typed as text, so none of it is ever computed. */
export async function registerWorkbook(
  register: OfficeRegister,
  shares: readonly number[],
): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const words = (value: string, more: object = {}) => ({
    value: readable(value),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...more,
  });
  const head = register.columns.map((column) => words(column, { fontWeight: 'bold' as const }));
  const data = [head, ...register.rows.map((row) => row.map((cell) => words(cell)))];
  const columns = shares.map((share) => ({ width: Math.round(6 + share * 11) }));
  const book = writeWorkbook(data, { sheet: register.code, columns, stickyRowsCount: 1 });
  return repacked(await book.toBuffer());
}

/** Excel takes no more than this in a cell, and XML no control characters. */
function readable(text: string): string {
  return text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').slice(0, 32_000);
}
