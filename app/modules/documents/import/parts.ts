import { fold } from '#app/modules/search/fold.ts';
import { foldWords, isUpperCase } from './folded.ts';
import { fixedSections, type SectionHead, sectionHead } from './section-heads.ts';
import { recordTableHead } from './table-heads.ts';
import { type Block, cellsOf, type Paragraph, type Table } from './word-document.ts';

export interface SectionPart {
  head: SectionHead;
  headParagraph: Paragraph;
  blocks: Block[];
}

export interface DocumentParts {
  cover: Block[];
  contents: { head: Paragraph; lines: Paragraph[] } | null;
  sections: SectionPart[];
  annexes: Block[];
}

/** Cuts a document into cover, contents list, main sections and annexes. */
export function partsOf(blocks: readonly Block[]): DocumentParts {
  const contents = contentsOf(blocks);
  const skip = new Set<Block>(contents === null ? [] : [contents.head, ...contents.lines]);
  const body = blocks.filter((block) => !skip.has(block));
  const heads = mainHeads(body);
  const first = heads[0]?.at ?? body.length;
  const sections: SectionPart[] = [];
  const annexes: Block[] = [];
  for (const [index, { at, head, paragraph }] of heads.entries()) {
    const own = body.slice(at + 1, heads[index + 1]?.at ?? body.length);
    const end = index === heads.length - 1 ? annexStart(own, head) : own.length;
    const kept = own.slice(0, end).filter((block) => !isFormSheet(block));
    annexes.push(...own.slice(0, end).filter(isFormSheet), ...own.slice(end));
    sections.push({ head, headParagraph: paragraph, blocks: kept });
  }
  return { cover: body.slice(0, first), contents, sections, annexes };
}

interface FoundHead {
  at: number;
  head: SectionHead;
  paragraph: Paragraph;
}

/** Heads in their fixed order; a head of its own kind counts between them, or where its place tells its meaning. */
function mainHeads(body: readonly Block[]): FoundHead[] {
  const found: FoundHead[] = [];
  let order = -1;
  let pending: FoundHead[] = [];
  for (const [at, block] of body.entries()) {
    if (block.kind !== 'paragraph') continue;
    const head = sectionHead(block);
    if (head === null) continue;
    if (head.order === -1) {
      const opens = found.length > 0 || isFirst(head);
      if (opens && order < fixedSections.length - 1) pending.push({ at, head, paragraph: block });
      continue;
    }
    if (head.order <= order) continue;
    // Far ahead of where we are and without a number: rather a line of the text than a section.
    if (head.order > order + 3 && head.number === null && found.length > 0) continue;
    found.push(...pending, { at, head, paragraph: block });
    pending = [];
    order = head.order;
  }
  const last = fixedSections.length - 1;
  const closing = pending[0];
  if (closing && order === last - 1 && closing.head.number?.replace(/\W/g, '') === String(last + 1))
    found.push(closing);
  return found.map((one, at) =>
    byPlace(one, found[at - 1]?.head.order ?? -1, found[at + 1]?.head.order ?? last + 1),
  );
}

function isFirst(head: SectionHead): boolean {
  return /^(?:1|I)\W*$/.test(head.number ?? '');
}

/** Between the sections before and after it there is room for exactly one: it is that one under another name. */
function byPlace(one: FoundHead, before: number, after: number): FoundHead {
  if (one.head.order !== -1 || after - before !== 2) return one;
  return { ...one, head: { ...one.head, order: before + 1 } };
}

/** A contents list: its heading, then short lines up to the first table or long paragraph. */
function contentsOf(blocks: readonly Block[]): DocumentParts['contents'] {
  const start = blocks.findIndex(
    (b) => b.kind === 'paragraph' && /^(?:muc luc|noi dung tai lieu)$/.test(foldWords(b.text)),
  );
  const head = blocks[start];
  if (head === undefined || head.kind !== 'paragraph') return null;
  const lines: Paragraph[] = [];
  let highest = -1;
  const seen = new Set<number>();
  for (const block of blocks.slice(start + 1)) {
    if (block.kind === 'table') break;
    if (block.text === '') continue;
    if (block.text.length > 140) break;
    const order = sectionHead(block)?.order ?? -1;
    // The list is over where the sections begin again.
    if (seen.has(order) || (order === 0 && highest >= 2)) break;
    if (/^trang theo doi|^(?:bang|trang) (?:theo doi|sua doi)/.test(foldWords(block.text)) && block.bold)
      break;
    highest = Math.max(highest, order);
    if (order >= 0) seen.add(order);
    lines.push(block);
  }
  return lines.length >= 2 ? { head, lines } : null;
}

const nationalMotto = /^cong hoa xa hoi chu nghia/;

/** The sheet of a form laid into the text as one table. */
function isFormSheet(block: Block): boolean {
  return (
    block.kind === 'table' &&
    cellsOf(block).some((cell) => nationalMotto.test(foldWords(cell.text))) &&
    recordTableHead(block) === null
  );
}

/** Where the last section ends and forms, samples and appendices begin. */
function annexStart(blocks: readonly Block[], head: SectionHead): number {
  const isRecords = fixedSections[head.order]?.id === 'ho-so';
  let recordsRead = !isRecords;
  let broken = false;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      if (isFormSheet(block)) return at;
      if (isRecords && recordsRead && !isRecordRow(block)) return at;
      recordsRead = true;
      continue;
    }
    broken = broken || (block.pageBreakBefore && at > 0);
    if (block.text === '') {
      if (block.boxes.some((box) => box.text !== '')) return at;
      continue;
    }
    if (nationalMotto.test(foldWords(block.text)) || opensAnnex(block)) return at;
    if (
      isRecords &&
      recordsRead &&
      (broken || (block.bold && isUpperCase(block.text)) || block.heading !== null)
    )
      return at;
  }
  return blocks.length;
}

/** A table without a head that goes on with the records. */
function isRecordRow(table: Table): boolean {
  return (
    recordTableHead(table) !== null ||
    (table.columns >= 3 &&
      table.columns <= 6 &&
      table.grid.length <= 12 &&
      /vinh vien|\d+ nam\b/.test(
        fold(
          cellsOf(table)
            .map((c) => c.text)
            .join(' '),
        ),
      ))
  );
}

export function opensAnnex(paragraph: Paragraph): boolean {
  if (!paragraph.bold && !isUpperCase(paragraph.text))
    return /^(?:phu luc|mau so)\b/.test(foldWords(paragraph.text)) && paragraph.text.length < 60;
  return /^(?:phu luc|mau so|mau|bieu mau so|noi dung (?:bieu )?mau|to khai|don |phieu|giay|van ban)\b/.test(
    foldWords(paragraph.text),
  );
}

export { nationalMotto };
