import { foldWords, oneLine } from './folded.ts';
import type { ImportedItem, ImportedPaper, ItemKind } from './imported-procedure.ts';
import { type Paragraph, printed } from './word-document.ts';

/** Meanings of item heads in the main section, tried in order (folded words before the colon). */
const meanings: [ItemKind, RegExp][] = [
  [
    'steps',
    /^(?:quy trinh|trinh tu|luu do|cac buoc|so do)\b.*(?:buoc|xu ly|thuc hien|cong viec|giai quyet|luu do|so do|quy trinh)|^(?:luu do|trinh tu|cac buoc)$/,
  ],
  ['legal-bases', /^(?:cac )?(?:can cu|co so)\b.*phap ly/],
  ['time-limit', /^(?:tong )?thoi (?:han|gian)\b.*(?:giai quyet|xu ly|thuc hien)|^thoi han$/],
  ['place', /^(?:noi|dia diem|dia chi|cach thuc|hinh thuc|thoi gian)\b.*(?:tiep nhan|tra|thuc hien|nop)/],
  ['dossier', /^(?:thanh phan|so luong)\b.*\bho so\b|^ho so (?:gom|bao gom|phai nop)|^thanh phan ho so/],
  ['applicants', /^doi tuong\b/],
  ['agencies', /^co quan\b|^don vi (?:thuc hien|phoi hop)|^tham quyen/],
  ['forms', /^(?:ten )?(?:cac )?(?:mau don|mau to khai|bieu mau|mau bieu|mau)\b/],
  ['result', /^(?:ket qua|san pham)\b/],
  ['fees', /^(?:muc )?(?:phi|le phi|chi phi)\b|^muc thu\b/],
  ['conditions', /^(?:yeu cau|dieu kien)\b/],
];

const itemLabel = /^(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){1,2})\s*[.)/]\s*$|^\d{1,2}(?:\.\d{1,2}){1,2}\.?$/i;
const typedLabel =
  /^((?:[a-zđA-ZĐ]|\d{1,2}(?:\.\d{1,2}){1,2})\s*[.)]|\d{1,2}(?:\.\d{1,2}){1,2})\s*(?=\p{L})/u;

export interface ItemHead {
  kind: ItemKind;
  title: string;
  rest: string;
}

/** The head of an item such as "b. Thời hạn giải quyết: …", or null for any other line. */
export function itemHead(paragraph: Paragraph): ItemHead | null {
  const typed = typedLabel.exec(paragraph.text);
  const labelled = typed !== null || (paragraph.number !== null && itemLabel.test(paragraph.number));
  if (!labelled && (paragraph.number !== null || /^[-+•*]/.test(paragraph.text))) return null;
  const text = typed ? paragraph.text.slice(typed[0].length) : paragraph.text;
  const colon = text.indexOf(':');
  const title = oneLine(colon === -1 ? text : text.slice(0, colon));
  if (title.length > 120 || (colon === -1 && !labelled && !paragraph.bold)) return null;
  const kind = meanings.find(([, pattern]) => pattern.test(foldWords(title)))?.[0] ?? null;
  if (kind === null) {
    const own = labelled && paragraph.bold && typed !== null;
    return own ? { kind: 'other', title, rest: colon === -1 ? '' : oneLine(text.slice(colon + 1)) } : null;
  }
  return { kind, title, rest: colon === -1 ? '' : oneLine(text.slice(colon + 1)) };
}

/** Groups the lines of the main section under their items; lines before the first head are an item without title. */
export function groupItems(paragraphs: readonly Paragraph[]): ImportedItem[] {
  const items: ImportedItem[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.text === '') continue;
    const head = itemHead(paragraph);
    const current = items.at(-1);
    const inside =
      head !== null && current !== undefined && current.kind === head.kind && head.kind === 'dossier';
    if (head !== null && !inside) {
      items.push({ kind: head.kind, title: head.title, lines: head.rest === '' ? [] : [head.rest] });
      continue;
    }
    if (current === undefined) items.push({ kind: 'other', title: '', lines: [printed(paragraph)] });
    else current.lines.push(printed(paragraph));
    for (const note of paragraph.footnotes) items.at(-1)?.lines.push(note);
  }
  return items;
}

/** Splits the dossier into papers to hand in, papers to show, and everything said around them. */
export function readDossier(lines: readonly string[]): { papers: ImportedPaper[]; notes: string[] } {
  const papers: ImportedPaper[] = [];
  const notes: string[] = [];
  let mode: 'submit' | 'show' | 'notes' = 'submit';
  const bulleted = lines.some(
    (line) => /^[-+•]/.test(line) && !/:$/.test(line) && !/^so luong\b/.test(foldWords(line)),
  );
  for (const line of lines) {
    const words = foldWords(line);
    if (/^(?:luu y|ghi chu|chu y)\b/.test(words)) mode = 'notes';
    else if (words.length < 90 && /\bxuat trinh\b/.test(words) && !/^[-+•]/.test(line)) mode = 'show';
    else if (
      words.length < 90 &&
      /\bphai nop\b|\bgom(?: co)?$|^thanh phan ho so$/.test(words) &&
      !/^[-+•]/.test(line)
    )
      mode = 'submit';
    else if (/^so luong\b/.test(words)) mode = 'notes';
    const paper = line.replace(/^[-+•*\s]+/, '').replace(/[;.]$/, '');
    const isPaper =
      mode !== 'notes' &&
      !/:$/.test(line) &&
      paper.length <= 900 &&
      (bulleted ? /^[-+•]/.test(line) : line.length > 3);
    if (isPaper && mode !== 'notes') papers.push({ name: paper, kind: mode });
    else notes.push(line);
  }
  return { papers, notes };
}
