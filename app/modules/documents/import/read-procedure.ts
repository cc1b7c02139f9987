import { abbreviationsIn } from './abbreviations.ts';
import { linesOf, readAnnexes } from './annexes.ts';
import { groupItems, readDossier } from './content-items.ts';
import { contentsLine, readCover } from './cover.ts';
import { documentFindings, type FindingOptions } from './document-findings.ts';
import { oneLine } from './folded.ts';
import type {
  ImportedItem,
  ImportedLegalBasis,
  ImportedProcedure,
  ImportedRecord,
  ImportedSection,
  ItemKind,
} from './imported-procedure.ts';
import { legalBasesIn } from './legal-bases.ts';
import { partsOf, type SectionPart } from './parts.ts';
import { Reading } from './reading.ts';
import { readRecordTable } from './record-table.ts';
import { type RoleAlias, type RoleName, RoleNames } from './role-names.ts';
import { fixedSections } from './section-heads.ts';
import { stepsFromLines, withRoles } from './step-roles.ts';
import { continueStepTable, readStepTable, type StepTable } from './step-table.ts';
import { cellsOfRow } from './table-heads.ts';
import { type Paragraph, printed, type Table, type WordDocument } from './word-document.ts';

export interface ImportOptions extends FindingOptions {
  roles: readonly RoleName[];
  aliases?: readonly RoleAlias[];
  /** The office's position for a role, where it has exactly one. */
  positionOf?: (role: string) => string | null;
}

/** Reads a procedure out of a Word document. Pure: same document and options, same result. */
export function readProcedure(document: WordDocument, options: ImportOptions): ImportedProcedure {
  const reading = new Reading();
  const parts = partsOf(document.blocks);
  const running = [...document.headers, ...document.footers];
  const cover = readCover(parts.cover, running, reading);
  if (parts.contents !== null) reading.take(parts.contents.head, ...parts.contents.lines);
  const steps: StepTable = { steps: [], columns: [] };
  const records: ImportedRecord[] = [];
  const sections = parts.sections.map((part) => readSection(part, { reading, steps, records }));
  const content = part(parts.sections, 'noi-dung');
  const items = groupItems(bodyParagraphs(content));
  const lines = (kind: ItemKind) => items.filter((item) => item.kind === kind).flatMap((item) => item.lines);
  const rawSteps = steps.steps.length > 0 ? steps.steps : stepsFromLines(lines('steps'));
  const procedure: ImportedProcedure = {
    file: document.file,
    code: cover.code,
    title: cover.title,
    issue: cover.issue,
    issuedOn: cover.issuedOn,
    effectiveOn: cover.effectiveOn,
    agency: cover.agency,
    sections,
    steps: withRoles(rawSteps, new RoleNames(options.roles, options.aliases), options.positionOf),
    timeColumns: steps.columns,
    records: records.length > 0 ? records : recordsFromLines(part(parts.sections, 'ho-so')),
    legalBases: legalBases(items, parts.sections),
    abbreviations: distinct(
      abbreviationsIn(part(parts.sections, 'dinh-nghia-viet-tat')?.blocks ?? []),
      (pair) => pair.short,
    ),
    dossier: readDossier(lines('dossier')),
    items,
    timeLimit: lines('time-limit').join('\n'),
    fees: lines('fees'),
    forms: [
      ...lines('forms'),
      ...bodyParagraphs(part(parts.sections, 'bieu-mau')).map((p) => oneLine(p.text)),
    ].filter((line) => line !== ''),
    result: lines('result'),
    signOff: cover.signOff,
    contents: parts.contents?.lines.map(contentsLine) ?? [],
    amendments: cover.amendments,
    runningHeads: document.headers.map((p) => oneLine(p.text)),
    runningFeet: document.footers.map((p) => oneLine(p.text)),
    annexes: readAnnexes(parts.annexes, reading),
    notes: notesUnderSteps(content),
    findings: [],
    unread: [],
  };
  procedure.unread = reading.left(document.blocks);
  procedure.findings = documentFindings(procedure, options);
  return procedure;
}

interface SectionTarget {
  reading: Reading;
  steps: StepTable;
  records: ImportedRecord[];
}

/** A section's text holds everything it says; its tables must reach steps or records to count as read. */
function readSection(section: SectionPart, target: SectionTarget): ImportedSection {
  target.reading.take(section.headParagraph);
  const lines: string[] = [];
  let stepTable: Table | null = null;
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') {
      target.reading.take(block);
      lines.push(...linesOf(block));
      continue;
    }
    lines.push(...tableLines(block));
    const steps = readStepTable(block, target.reading);
    if (steps !== null) {
      stepTable = block;
      target.steps.steps.push(...steps.steps);
      target.steps.columns = distinct([...target.steps.columns, ...steps.columns], (column) => column.title);
      continue;
    }
    if (stepTable !== null && continueStepTable(block, target.steps, stepTable, target.reading)) continue;
    const records = readRecordTable(block, target.reading);
    if (records !== null) target.records.push(...records);
    else target.reading.take(block);
  }
  const { order, number, title } = section.head;
  return { id: fixedSections[order]?.id ?? 'khac', number, title: oneLine(title), text: lines.join('\n') };
}

function tableLines(table: Table): string[] {
  return table.grid
    .map((_row, at) =>
      cellsOfRow(table, at)
        .filter((cell) => cell.row === at && cell.text !== '')
        .map((cell) => oneLine(cell.text))
        .join(' | '),
    )
    .filter((line) => line !== '');
}

function part(sections: readonly SectionPart[], id: string): SectionPart | undefined {
  return sections.find((section) => fixedSections[section.head.order]?.id === id);
}

/** The paragraphs of a section, tables that are neither steps nor records told line by line. */
function bodyParagraphs(section: SectionPart | undefined): Paragraph[] {
  const reading = new Reading();
  return (section?.blocks ?? []).flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (readStepTable(block, reading) !== null || readRecordTable(block, reading) !== null) return [];
    return tableLines(block).map((text) => ({ ...plain, text }));
  });
}

const plain: Paragraph = {
  kind: 'paragraph',
  text: '',
  style: null,
  heading: null,
  number: '-',
  bold: false,
  pageBreakBefore: false,
  footnotes: [],
  boxes: [],
};

function recordsFromLines(section: SectionPart | undefined): ImportedRecord[] {
  return (section?.blocks ?? []).flatMap((block) => {
    if (
      block.kind !== 'paragraph' ||
      block.text === '' ||
      (block.number === null && !/^[-+•\d]/.test(block.text))
    )
      return [];
    const [name = '', ...rest] = block.text.replace(/^[-+•\d.)\s]+/, '').split(/\s*[:;]\s*/);
    return name === '' ? [] : [{ name, keeper: '', retention: rest.join('; ') }];
  });
}

function legalBases(items: readonly ImportedItem[], sections: readonly SectionPart[]): ImportedLegalBasis[] {
  const own = items.filter((item) => item.kind === 'legal-bases').flatMap((item) => item.lines);
  const quoted = bodyParagraphs(part(sections, 'tai-lieu-vien-dan')).map((paragraph) => paragraph.text);
  return distinct([...own, ...quoted].flatMap(legalBasesIn), (basis) => basis.key);
}

/** The remarks that stand under the last step table. */
function notesUnderSteps(section: SectionPart | undefined): string[] {
  const blocks = section?.blocks ?? [];
  const reading = new Reading();
  const last = blocks.findLastIndex(
    (block) => block.kind === 'table' && readStepTable(block, reading) !== null,
  );
  if (last === -1) return [];
  return blocks
    .slice(last + 1)
    .flatMap((block) => (block.kind === 'paragraph' && block.text !== '' ? [printed(block)] : []));
}

function distinct<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const seen = new Map<string, Thing>();
  for (const thing of things) if (!seen.has(keyOf(thing))) seen.set(keyOf(thing), thing);
  return [...seen.values()];
}
