import { codeFault } from '#app/mdx/attribute-value.ts';
import { fold } from '#app/modules/search/fold.ts';
import { type DraftedSteps, draftSteps } from './draft-steps.ts';
import { foldWords, Ids, oneLine } from './folded.ts';
import type {
  ImportedItem,
  ImportedProcedure,
  ImportedRecord,
  ImportedSection,
} from './imported-procedure.ts';
import { legalBasesIn } from './legal-bases.ts';
import { escapeProse, proseBlocks, tag } from './mdx-text.ts';
import { message } from './message.ts';
import { readRetention } from './retention.ts';
import { fixedSections } from './section-heads.ts';

/**
 * The procedure as a draft in the profile. What could not be understood stays in the text as written; what the
 * original does not say (who answers, who decides) is left out, for the check to ask.
 */
export function draftFrom(procedure: ImportedProcedure): string {
  const steps = draftSteps(procedure);
  const ids = new Ids();
  const sections = withContent(procedure).map((section) => {
    const fixed = fixedSections.find((known) => known.id === section.id);
    const id = ids.take(fixed ? fixed.id : section.title, 'muc-khac');
    const body = sectionBody(section, procedure, steps);
    return `${tag('Section', { id, title: fixed?.title ?? section.title })}>\n\n${body}\n\n</Section>`.replace(
      /\n{3,}/g,
      '\n\n',
    );
  });
  return `${frontMatter(procedure)}\n\n${sections.join('\n\n')}\n`;
}

function frontMatter(procedure: ImportedProcedure): string {
  const { code } = procedure;
  const title = oneLine(procedure.title) || message('vi', 'import.draft.no-title');
  return [
    '---',
    // A code with letters that only look Latin would be refused; it stays with the import, not in the text.
    ...(code !== null && codeFault(code) === null ? [`code: ${JSON.stringify(code)}`] : []),
    'kind: procedure',
    `title: { vi: ${JSON.stringify(title.length > 300 ? `${title.slice(0, 299)}…` : title)} }`,
    'confidentiality: internal',
    'public: no',
    'review: P12M',
    'language: vi',
    '---',
  ].join('\n');
}

/** The sections as found; steps found without a main section get one. */
function withContent(procedure: ImportedProcedure): ImportedSection[] {
  const has = procedure.sections.some((section) => section.id === 'noi-dung');
  if (has || procedure.steps.length === 0) return procedure.sections;
  return [...procedure.sections, { id: 'noi-dung', number: null, title: '', text: '' }];
}

function sectionBody(section: ImportedSection, procedure: ImportedProcedure, steps: DraftedSteps): string {
  switch (section.id) {
    case 'noi-dung':
      return contentBody(procedure, steps.mdx);
    case 'dinh-nghia-viet-tat':
      return abbreviationsBody(section, procedure);
    case 'tai-lieu-vien-dan':
      return linesWithBases(section.text.split('\n'));
    case 'bieu-mau':
      return formsBody(section, procedure);
    case 'ho-so':
      return recordsBody(section, procedure, steps);
    default:
      return proseBlocks(section.text.split('\n'));
  }
}

function contentBody(procedure: ImportedProcedure, steps: string): string {
  const parts = procedure.items.map((item) => itemBody(item, procedure));
  const at = procedure.items.findLastIndex((item) => item.kind === 'steps');
  const heads = procedure.items.map((item) => (item.title === '' ? '' : `### ${escapeProse(item.title)}`));
  const blocks = parts.flatMap((body, index) =>
    index === at ? [heads[index] ?? '', steps, body] : [heads[index] ?? '', body],
  );
  if (at === -1) blocks.push(steps);
  return blocks.filter((block) => block !== '').join('\n\n');
}

function itemBody(item: ImportedItem, procedure: ImportedProcedure): string {
  if (item.kind === 'legal-bases') return linesWithBases(item.lines);
  if (item.kind !== 'dossier' || procedure.dossier.papers.length === 0) return proseBlocks(item.lines);
  const first = procedure.items.find((other) => other.kind === 'dossier');
  if (item !== first) return '';
  const papers = procedure.dossier.papers.map(
    (paper) => `${tag('Paper', { name: paper.name, kind: paper.kind })} />`,
  );
  // Lines that only said which papers are handed in and which shown live on in each paper's kind.
  const notes = procedure.dossier.notes.filter(
    (line) => !/^(?:thanh phan ho so|giay to phai (?:nop|xuat trinh))$/.test(foldWords(line)),
  );
  return ['<Dossier>', ...papers, '</Dossier>', '', proseBlocks(notes)].join('\n');
}

function linesWithBases(lines: readonly string[]): string {
  const blocks: string[] = [];
  let list: string[] = [];
  for (const line of lines) {
    const bases = legalBasesIn(line);
    if (bases.length > 0) list.push(...bases.map((basis) => `- <LegalBasis ref="${basis.key}" />`));
    else if (oneLine(line) !== '') {
      if (list.length > 0) blocks.push(list.join('\n'));
      list = [];
      blocks.push(proseBlocks([line]));
    }
  }
  if (list.length > 0) blocks.push(list.join('\n'));
  // Neighbouring one-line lists are one list.
  return blocks.join('\n\n').replace(/^(- .*)\n\n(?=- )/gm, '$1\n');
}

function abbreviationsBody(section: ImportedSection, procedure: ImportedProcedure): string {
  const pairs = procedure.abbreviations.map(
    (pair) => `${tag('Abbreviation', { short: pair.short, long: pair.long })} />`,
  );
  const told = section.text
    .split('\n')
    .filter((line) => !procedure.abbreviations.some((pair) => tells(line, pair)));
  return [pairs.join('\n'), proseBlocks(told)].filter((block) => block !== '').join('\n\n');
}

function tells(line: string, pair: { short: string; long: string }): boolean {
  return line.includes(pair.short) && oneLine(line).includes(pair.long);
}

function formsBody(section: ImportedSection, procedure: ImportedProcedure): string {
  const titles = procedure.annexes.map((annex) => annex.title).filter((title) => title !== '');
  const annexes =
    titles.length === 0
      ? []
      : [message('vi', 'import.draft.annexes'), ...titles.map((title) => `- ${title}`)];
  return proseBlocks([...section.text.split('\n'), ...annexes]);
}

function recordsBody(section: ImportedSection, procedure: ImportedProcedure, steps: DraftedSteps): string {
  const ids = new Ids();
  const records = procedure.records.map((record) => {
    const attributes = {
      id: ids.take(record.name, 'ho-so'),
      name: record.name,
      from: originOf(record, steps),
      keeper: keeperOf(record, procedure) || message('vi', 'import.draft.keeper-unknown'),
      retention: readRetention(record.retention),
    };
    return `${tag('Record', attributes)} />`;
  });
  const read = new Set(procedure.records.map((record) => foldWords(record.name)));
  const told = section.text.split('\n').filter((line) => !line.includes(' | ') && !read.has(foldWords(line)));
  const rest = procedure.records.some((record) => told.some((line) => line.includes(record.name)))
    ? []
    : told;
  return [records.join('\n'), proseBlocks(rest)].filter((block) => block !== '').join('\n\n');
}

/** Who keeps a record is named as who does a step: then it is the same role. */
function keeperOf({ keeper }: ImportedRecord, { steps }: ImportedProcedure): string {
  const same = steps.find(
    (step) =>
      step.roleKey !== null && step.consulted.length === 0 && foldWords(step.role) === foldWords(keeper),
  );
  return same?.roleKey ?? keeper;
}

/** A record comes from the dossier, from a step that keeps it, or is the result. */
function originOf(record: ImportedRecord, steps: DraftedSteps): string {
  const words = foldWords(record.name);
  if (/^(?:bo )?ho so\b/.test(words)) return 'dossier';
  if (/^so\b/.test(words)) {
    const kept = steps.ids.find((step) =>
      /(?:^|[\s,;.])so (?:dang ky|theo doi|ho tich|luu|giao|tiep|ghi|cap)/.test(fold(step.text)),
    );
    if (kept) return `step:${kept.id}`;
  }
  return 'result';
}
