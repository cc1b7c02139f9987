import { fold, foldWords, isUpperCase, oneLine } from './folded.ts';
import type { Reading } from './reading.ts';
import { type Block, cellsOf, type Paragraph, paragraphsOf, printed, type Table } from './word-document.ts';

export interface Cover {
  code: string | null;
  title: string;
  issue: number | null;
  issuedOn: string | null;
  agency: string | null;
  signOff: { act: string; title: string }[];
  amendments: string[];
}

type Field = 'code' | 'issue' | 'date' | 'title' | 'amendment' | 'page';

const labels: [Field, RegExp][] = [
  ['code', /^(?:ma hieu|ma so|ky hieu|so hieu|ma quy trinh|ma tai lieu|ma)(?: (?:quy trinh|tai lieu|van ban))?$/],
  ['issue', /^(?:lan ban hanh|ban hanh lan|phien ban|lan ban hanh thu|so ban hanh)$/],
  ['amendment', /^(?:lan sua doi|sua doi lan|lan soat xet)$/],
  ['date', /^(?:ngay ban hanh|ban hanh ngay|ngay hieu luc|ngay ap dung|ngay co hieu luc|hieu luc tu ngay)$/],
  ['title', /^(?:ten quy trinh|ten tai lieu|ten thu tuc|quy trinh)$/],
  ['page', /^(?:trang|so trang|trang so)$/],
];

/** Reads the cover: its table of code, issue and day, the sign-off and the list of amendments. */
export function readCover(blocks: readonly Block[], running: readonly Paragraph[], reading: Reading): Cover {
  const fields = new Map<Field, string>();
  const signOff: Cover['signOff'] = [];
  const amendments: string[] = [];
  let title = '';
  let agency: string | null = null;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    if (isSignOff(block)) signOff.push(...readSignOff(block, reading));
    else if (isAmendments(block)) amendments.push(...readAmendments(block, reading));
    else if (collect(tableTexts(block), fields)) {
      title = title || titleInTable(block);
      agency = agency ?? agencyInTable(block, title);
      reading.take(block);
    }
  }
  const loose = blocks.filter((block): block is Paragraph => block.kind === 'paragraph' && block.text !== '');
  collect(loose.map((paragraph) => [paragraph.text]), fields);
  title = title || fields.get('title') || titleInParagraphs(loose);
  for (const paragraph of loose) if (isCoverLine(paragraph, title, fields)) reading.take(paragraph);
  const fallback = new Map<Field, string>();
  collect(running.map((paragraph) => [paragraph.text]), fallback);
  const value = (field: Field) => fields.get(field) ?? fallback.get(field) ?? null;
  return {
    code: clean(value('code')),
    title: oneLine(title || fallback.get('title') || ''),
    issue: toIssue(value('issue')),
    issuedOn: dayIn(value('date') ?? ''),
    agency,
    signOff,
    amendments,
  };
}

/** `07/7/2025`, `7-7-2025`, `ngày 07 tháng 7 năm 2025` → `2025-07-07`; null where it is no day. */
export function dayIn(text: string): string | null {
  const folded = fold(text);
  const match = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/.exec(folded) ?? /(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/.exec(folded);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1945 || year > 2200) return null;
  return date.toISOString().slice(0, 10);
}

/** Finds `label: value`, or a label whose value stands in the next cell of the row or below. */
function collect(rows: readonly string[][], fields: Map<Field, string>): boolean {
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
          const tail = /^(lần ban hành|ngày ban hành|ngày hiệu lực|mã hiệu|mã số)\s+(\d.*|[A-Z].*\d.*)$/i.exec(line);
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

function fieldOf(text: string): Field | null {
  const words = foldWords(text);
  return words.length > 40 ? null : (labels.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

/** Texts by row, each cell once where it begins. */
function tableTexts(table: Table): string[][] {
  return table.grid.map((row, at) => {
    const texts: string[] = [];
    for (const [column, cell] of row.entries())
      if (cell !== null && cell.column === column) texts.push(cell.row === at ? cell.text : '');
    return texts;
  });
}

function titleInTable(table: Table): string {
  const cells = cellsOf(table);
  for (const cell of cells) {
    const labelled = /^\s*tên (?:quy trình|tài liệu|thủ tục)\s*:?\s*([\s\S]*)$/i.exec(cell.text);
    if (labelled?.[1]) return oneLine(labelled[1]);
    const [first = '', ...rest] = cell.text.split('\n');
    if (!/^(?:QUY TRÌNH|Quy trình)(?: (?:NỘI BỘ|TÁC NGHIỆP))?:?$/.test(first.trim())) {
      if (/^QUY TRÌNH\s+\S/.test(first)) return oneLine(cell.text.replace(/^QUY TRÌNH\s*:?\s*/, ''));
      continue;
    }
    if (rest.join('').trim() !== '') return oneLine(rest.join(' '));
    const below = table.grid[cell.row + cell.rowSpan]?.[cell.column];
    if (below && below.text !== '') return oneLine(below.text);
  }
  const rest = cells.filter((cell) => cell.text.length > 8 && fieldOf(cell.text.replace(/:.*$/s, '')) === null && !isAgency(cell.text));
  return oneLine(rest.sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '');
}

function agencyInTable(table: Table, title: string): string | null {
  const found = cellsOf(table).find(
    (cell) => cell.text !== '' && oneLine(cell.text) !== title && isAgency(cell.text) && cell.text.length < 160,
  );
  return found ? oneLine(found.text) : null;
}

function isAgency(text: string): boolean {
  return /^(?:ubnd|uy ban nhan dan|so|phong|chi cuc|van phong|trung tam|thanh pho|tinh|bo|cuc|hdnd)\b/.test(foldWords(text));
}

function titleInParagraphs(paragraphs: readonly Paragraph[]): string {
  const at = paragraphs.findIndex((p) => /^quy trinh(?: noi bo| tac nghiep)?$/.test(foldWords(p.text)));
  if (at >= 0) {
    const rest: string[] = [];
    for (const paragraph of paragraphs.slice(at + 1)) {
      if (fieldOf(paragraph.text.replace(/:.*$/s, '')) !== null || (!paragraph.bold && rest.length > 0)) break;
      rest.push(paragraph.text);
      if (rest.length === 3) break;
    }
    return rest.join(' ');
  }
  const own = paragraphs.find((p) => /^quy trinh \S/.test(foldWords(p.text)) && (p.bold || isUpperCase(p.text)));
  return own ? own.text.replace(/^quy trình\s*:?\s*/i, '') : '';
}

function isCoverLine(paragraph: Paragraph, title: string, fields: ReadonlyMap<Field, string>): boolean {
  const words = foldWords(paragraph.text);
  if (/^(?:quy trinh|trang theo doi|bang theo doi|theo doi|sua doi tai lieu|danh sach phan phoi)/.test(words)) return true;
  if (foldWords(title).includes(words) || isAgency(paragraph.text) || words === '') return true;
  return [...fields.values()].some((value) => value !== '' && paragraph.text.includes(value));
}

function isSignOff(table: Table): boolean {
  const words = foldWords(cellsOf(table).map((cell) => cell.text).join(' | '));
  return /(?:soan thao|bien soan|nguoi viet|nguoi lap)/.test(words) && /(?:phe duyet|xem xet|kiem tra)/.test(words) && words.length < 1500;
}

/** Acts and the titles of those who signed. The rows of names and signatures are passed over: no name is kept. */
function readSignOff(table: Table, reading: Reading): Cover['signOff'] {
  reading.take(table);
  const rows = table.grid;
  const acts = rows.findIndex((row) => row.some((cell) => /^(?:soan thao|bien soan|nguoi viet|nguoi lap)/.test(foldWords(cell?.text ?? ''))));
  const titles = rows.findIndex((row) => /^(?:chuc vu|chuc danh)/.test(foldWords(row[0]?.text ?? '')));
  if (acts === -1 || titles === -1) return [];
  return (rows[acts] ?? []).flatMap((cell, column) => {
    const title = oneLine(rows[titles]?.[column]?.text ?? '');
    return cell === null || column === 0 || cell.column !== column || title === '' ? [] : [{ act: oneLine(cell.text), title }];
  });
}

function isAmendments(table: Table): boolean {
  const head = foldWords((table.grid[0] ?? []).map((cell) => cell?.text ?? '').join(' | '));
  return /sua doi|bo sung/.test(head) && /noi dung|tom luoc|mo ta|yeu cau|lan/.test(head);
}

function readAmendments(table: Table, reading: Reading): string[] {
  reading.take(table);
  return table.grid.slice(1).flatMap((row) => {
    const texts = [...new Set(row)].flatMap((cell) => (cell === null || cell.text === '' ? [] : [oneLine(cell.text)]));
    return texts.length > 1 || (texts[0] ?? '').length > 4 ? [texts.join(' | ')] : [];
  });
}

function clean(code: string | null): string | null {
  const text = oneLine(code ?? '').replace(/^[:\s]+|[.;\s]+$/g, '');
  return text === '' ? null : text;
}

function toIssue(text: string | null): number | null {
  const match = /\d{1,4}/.exec(text ?? '');
  return match ? Number(match[0]) : null;
}

export function contentsLine(paragraph: Paragraph): string {
  return oneLine(printed(paragraph)).replace(/[\s.…]*\d{1,3}$/, '').trim();
}
