import { foldWords, oneLine } from './folded.ts';
import type { Reading } from './reading.ts';
import { cellsOf, type Table } from './word-document.ts';

export function isSignOff(table: Table): boolean {
  const words = foldWords(
    cellsOf(table)
      .map((cell) => cell.text)
      .join(' | '),
  );
  return (
    /(?:soan thao|bien soan|nguoi viet|nguoi lap)/.test(words) &&
    /(?:phe duyet|xem xet|kiem tra)/.test(words) &&
    words.length < 1500
  );
}

/** Acts and the titles of those who signed. The rows of names and signatures are passed over: no name is kept. */
export function readSignOff(table: Table, reading: Reading): { act: string; title: string }[] {
  reading.take(table);
  const rows = table.grid;
  const acts = rows.findIndex((row) =>
    row.some((cell) => /^(?:soan thao|bien soan|nguoi viet|nguoi lap)/.test(foldWords(cell?.text ?? ''))),
  );
  const titles = rows.findIndex((row) => /^(?:chuc vu|chuc danh)/.test(foldWords(row[0]?.text ?? '')));
  if (acts === -1 || titles === -1) return [];
  return (rows[acts] ?? []).flatMap((cell, column) => {
    const title = oneLine(rows[titles]?.[column]?.text ?? '');
    return cell === null || column === 0 || cell.column !== column || title === ''
      ? []
      : [{ act: oneLine(cell.text), title }];
  });
}

export function isAmendments(table: Table): boolean {
  const head = foldWords((table.grid[0] ?? []).map((cell) => cell?.text ?? '').join(' | '));
  return /sua doi|bo sung/.test(head) && /noi dung|tom luoc|mo ta|yeu cau|lan/.test(head);
}

export function readAmendments(table: Table, reading: Reading): string[] {
  reading.take(table);
  return table.grid.slice(1).flatMap((row) => {
    const texts = [...new Set(row)].flatMap((cell) =>
      cell === null || cell.text === '' ? [] : [oneLine(cell.text)],
    );
    return texts.length > 1 || (texts[0] ?? '').length > 4 ? [texts.join(' | ')] : [];
  });
}
