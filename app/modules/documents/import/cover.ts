import { collect, type Field, fieldOf, tableTexts } from './cover-fields.ts';
import { foldWords, isUpperCase, oneLine } from './folded.ts';
import type { Reading } from './reading.ts';
import { isAmendments, isSignOff, readAmendments, readSignOff } from './sign-off.ts';
import { type Block, cellsOf, type Paragraph, printed, type Table } from './word-document.ts';
import { dayIn } from './written-day.ts';

export interface Cover {
  code: string | null;
  title: string;
  issue: number | null;
  issuedOn: string | null;
  effectiveOn: string | null;
  agency: string | null;
  signOff: { act: string; title: string }[];
  amendments: string[];
}

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
  collect(
    loose.map((paragraph) => [paragraph.text]),
    fields,
  );
  title = title || fields.get('title') || titleInParagraphs(loose);
  for (const paragraph of loose) if (isCoverLine(paragraph, title, fields)) reading.take(paragraph);
  const fallback = new Map<Field, string>();
  collect(
    running.map((paragraph) => [paragraph.text]),
    fallback,
  );
  const value = (field: Field) => fields.get(field) ?? fallback.get(field) ?? null;
  return {
    code: clean(value('code')),
    title: oneLine(title || fallback.get('title') || ''),
    issue: toIssue(value('issue')),
    issuedOn: dayIn(value('date') ?? fields.get('effective') ?? ''),
    effectiveOn: dayIn(fields.get('effective') ?? ''),
    agency,
    signOff,
    amendments,
  };
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
  const rest = cells.filter(
    (cell) =>
      cell.text.length > 8 && fieldOf(cell.text.replace(/:.*$/s, '')) === null && !isAgency(cell.text),
  );
  return oneLine(rest.sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '');
}

function agencyInTable(table: Table, title: string): string | null {
  const found = cellsOf(table).find(
    (cell) =>
      cell.text !== '' && oneLine(cell.text) !== title && isAgency(cell.text) && cell.text.length < 160,
  );
  return found ? oneLine(found.text) : null;
}

function isAgency(text: string): boolean {
  return /^(?:ubnd|uy ban nhan dan|so|phong|chi cuc|van phong|trung tam|thanh pho|tinh|bo|cuc|hdnd)\b/.test(
    foldWords(text),
  );
}

function titleInParagraphs(paragraphs: readonly Paragraph[]): string {
  const at = paragraphs.findIndex((p) => /^quy trinh(?: noi bo| tac nghiep)?$/.test(foldWords(p.text)));
  if (at >= 0) {
    const rest: string[] = [];
    for (const paragraph of paragraphs.slice(at + 1)) {
      if (fieldOf(paragraph.text.replace(/:.*$/s, '')) !== null || (!paragraph.bold && rest.length > 0))
        break;
      rest.push(paragraph.text);
      if (rest.length === 3) break;
    }
    return rest.join(' ');
  }
  const own = paragraphs.find(
    (p) => /^quy trinh \S/.test(foldWords(p.text)) && (p.bold || isUpperCase(p.text)),
  );
  return own ? own.text.replace(/^quy trình\s*:?\s*/i, '') : '';
}

function isCoverLine(paragraph: Paragraph, title: string, fields: ReadonlyMap<Field, string>): boolean {
  const words = foldWords(paragraph.text);
  if (/^(?:quy trinh|trang theo doi|bang theo doi|theo doi|sua doi tai lieu|danh sach phan phoi)/.test(words))
    return true;
  if (foldWords(title).includes(words) || isAgency(paragraph.text) || words === '') return true;
  return [...fields.values()].some((value) => value !== '' && paragraph.text.includes(value));
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
  return oneLine(printed(paragraph))
    .replace(/[\s.…]*\d{1,3}$/, '')
    .trim();
}
