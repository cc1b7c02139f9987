import { foldWords, oneLine } from './folded.ts';
import type { Table } from './word-document.ts';

export type Field = 'code' | 'issue' | 'date' | 'effective' | 'title' | 'amendment' | 'page';

const labels: [Field, RegExp][] = [
  ['code', /^(?:ma hieu|ma so|ky hieu|so hieu|ma)(?: (?:quy trinh|tai lieu|van ban|ho so))?$/],
  [
    'issue',
    /^(?:lan (?:ban hanh|bh|phat hanh)(?: thu)?|ban hanh lan(?: thu)?|phien ban|so ban hanh|so phien ban)$/,
  ],
  ['amendment', /^(?:lan sua doi|sua doi lan|lan soat xet)$/],
  ['date', /^(?:ngay (?:ban hanh|bh|phat hanh|ky ban hanh)|ban hanh ngay)$/],
  [
    'effective',
    /^(?:ngay (?:hieu luc|ap dung|co hieu luc|bat dau ap dung)|hieu luc tu(?: ngay)?|co hieu luc tu(?: ngay)?|ap dung tu(?: ngay)?)$/,
  ],
  ['title', /^(?:ten quy trinh|ten tai lieu|ten thu tuc|quy trinh)$/],
  ['page', /^(?:trang|so trang|trang so)$/],
];

/** Finds `label: value`, or a label whose value stands in the next cell of the row or below. */
export function collect(rows: readonly string[][], fields: Map<Field, string>): boolean {
  let any = false;
  const put = (field: Field, value: string) => {
    if (value !== '' && !fields.has(field)) fields.set(field, value);
    any = true;
  };
  for (const [at, row] of rows.entries())
    for (const [column, text] of row.entries())
      for (const line of text.split('\n')) {
        const colon = /^([^:]{2,40}?)\s*:\s*(.*)$/.exec(line);
        const field = fieldOf(colon?.[1] ?? line);
        if (field === null) {
          const tail =
            /^(lần ban hành|ngày ban hành|ngày hiệu lực|mã hiệu|mã số)\s+(\d.*|[A-Z].*\d.*)$/i.exec(line);
          const tailField = tail ? fieldOf(tail[1] ?? '') : null;
          if (tail && tailField) put(tailField, tail[2] ?? '');
          continue;
        }
        const value = colon?.[2] ?? '';
        if (value !== '') put(field, value);
        else if (field !== 'title') put(field, besideOrBelow(rows, at, column));
      }
  return any;
}

function besideOrBelow(rows: readonly string[][], at: number, column: number): string {
  const beside = rows[at]?.[column + 1] ?? '';
  if (beside !== '' && fieldOf(beside.replace(/:.*$/s, '')) === null) return oneLine(beside);
  const below = rows[at + 1]?.[column] ?? '';
  return fieldOf(below.replace(/:.*$/s, '')) === null ? oneLine(below) : '';
}

export function fieldOf(text: string): Field | null {
  const words = foldWords(text);
  return words.length > 40 ? null : (labels.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

/** Texts by row, each cell once where it begins. */
export function tableTexts(table: Table): string[][] {
  return table.grid.map((row, at) => {
    const texts: string[] = [];
    for (const [column, cell] of row.entries())
      if (cell !== null && cell.column === column) texts.push(cell.row === at ? cell.text : '');
    return texts;
  });
}
