import type { Locale } from '#app/i18n/locale.ts';
import { countUses, undefinedAbbreviations } from './abbreviations.ts';
import { type AbolishedUnit, abolishedUnits } from './abolished-units.ts';
import { dayIn } from './cover.ts';
import { fold, foldWords } from './folded.ts';
import type { ImportedProcedure, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { readRetention } from './retention.ts';
import { fixedSections, sectionsNamed } from './section-heads.ts';
import { stepFindings } from './step-findings.ts';

export interface FindingOptions {
  locale?: Locale;
  abolishedUnits?: readonly AbolishedUnit[];
}

/** Every defect that one document shows by itself; each is told once. */
export function documentFindings(procedure: ImportedProcedure, options: FindingOptions): ImportFinding[] {
  const locale = options.locale ?? 'vi';
  return [
    ...coverFindings(procedure, locale),
    ...sectionFindings(procedure, locale),
    ...stepFindings(procedure, options.locale ?? 'vi'),
    ...recordFindings(procedure, locale),
    ...abolishedFindings(procedure, options.abolishedUnits ?? abolishedUnits, locale),
    ...abbreviationFindings(procedure, locale),
    ...contentsFindings(procedure, locale),
    ...runningHeadFindings(procedure, locale),
    ...runningFootFindings(procedure, locale),
  ];
}

function coverFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  return [
    procedure.title === '' ? finding(locale, 'error', 'import.cover.title-missing') : null,
    procedure.code === null ? finding(locale, 'warning', 'import.cover.code-missing') : null,
    procedure.issue === null ? finding(locale, 'warning', 'import.cover.issue-missing') : null,
    procedure.issuedOn === null ? finding(locale, 'warning', 'import.cover.date-missing') : null,
  ].filter((found) => found !== null);
}

function sectionFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const present = new Set(procedure.sections.map((section) => section.id));
  const missing = fixedSections.filter((section) => !present.has(section.id)).map((section) => section.title);
  return missing.length === 0 ? [] : [finding(locale, 'warning', 'import.section.missing', { titles: missing.join(', ') })];
}

function recordFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  if (procedure.records.length === 0) return [finding(locale, 'warning', 'import.records.missing')];
  const unclear = procedure.records.filter((record) => readRetention(record.retention) === 'unknown').map((record) => `“${record.name}”`);
  return unclear.length === 0 ? [] : [finding(locale, 'warning', 'import.records.retention-unclear', { names: unclear.join(', ') })];
}

function abolishedFindings(procedure: ImportedProcedure, units: readonly AbolishedUnit[], locale: Locale): ImportFinding[] {
  const places: [string, string][] = [
    ...procedure.steps.map((step): [string, string] => [place(locale, step.order), `${step.text}\n${step.role}\n${step.note ?? ''}`]),
    ...procedure.records.map((record): [string, string] => [`“${record.name}”`, record.keeper]),
    ...procedure.items
      .filter((item) => item.kind === 'agencies' || item.kind === 'place')
      .map((item): [string, string] => [`“${item.title}”`, item.lines.join('\n')]),
    ...procedure.sections
      .filter((section) => ['muc-dich', 'pham-vi', 'bieu-mau'].includes(section.id))
      .map((section): [string, string] => [`“${section.title}”`, section.text]),
  ];
  return units.flatMap((unit) => {
    const named = unit.names.filter((name) => places.some(([, text]) => names(text, name)));
    if (named.length === 0) return [];
    const where = places.filter(([, text]) => named.some((name) => names(text, name))).map(([at]) => at);
    return [
      finding(locale, 'warning', 'import.unit.abolished', {
        unit: `“${named[0]}”`,
        since: unit.since.split('-').reverse().join('/'),
        where: [...new Set(where)].join(', '),
        now: unit.now,
      }),
    ];
  });
}

function place(locale: Locale, order: number): string {
  return locale === 'vi' ? `bước ${order}` : `step ${order}`;
}

function names(text: string, name: string): boolean {
  return ` ${foldWords(text)} `.includes(` ${foldWords(name)} `);
}

function abbreviationFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const text = [
    procedure.title,
    ...procedure.sections.filter((section) => section.id !== 'dinh-nghia-viet-tat').map((section) => section.text),
  ].join('\n');
  const everywhere = [text, ...procedure.annexes.map((annex) => annex.text)].join('\n');
  const unused = procedure.abbreviations.map((pair) => pair.short).filter((short) => countUses(everywhere, short) === 0);
  const missing = undefinedAbbreviations(text, procedure.abbreviations);
  return [
    unused.length === 0
      ? null
      : finding(locale, 'warning', 'import.abbreviation.unused', { count: unused.length, all: procedure.abbreviations.length, list: unused.join(', ') }),
    missing.length === 0 ? null : finding(locale, 'warning', 'import.abbreviation.undefined', { list: missing.join(', ') }),
  ].filter((found) => found !== null);
}

/** The contents list must name the sections of the body, one line each, with the same numbers. */
function contentsFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const lines = procedure.contents
    .map((line) => ({ line, number: numberOf(line), named: sectionsNamed(line) }))
    .filter(({ named }) => named.length > 0);
  if (lines.length === 0) return [];
  const body = procedure.sections.map((section) => ({
    title: section.title,
    number: numberOf(section.number ?? ''),
    order: fixedSections.findIndex((fixed) => fixed.id === section.id),
  }));
  const differences: string[] = [];
  for (const section of body.filter(({ order }) => order >= 0)) {
    const line = lines.find(({ named }) => named.includes(section.order));
    if (line === undefined || line.named.length > 1) differences.push(section.title);
    else if (line.number !== null && section.number !== null && line.number !== section.number)
      differences.push(`${section.title} (${line.number} ≠ ${section.number})`);
  }
  for (const line of lines) if (!body.some(({ order }) => line.named.includes(order))) differences.push(line.line);
  const orders = lines.map(({ named }) => named[0] ?? 0);
  if (differences.length === 0 && orders.some((order, at) => at > 0 && order < (orders[at - 1] ?? 0))) differences.push(lines.map(({ line }) => line).join(' · '));
  return differences.length === 0 ? [] : [finding(locale, 'warning', 'import.contents.differs', { list: [...new Set(differences)].join('; ') })];
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

function numberOf(text: string): number | null {
  const match = /^\s*(?:(\d{1,2})|([IVX]+))(?=[.):\s/-]|$)/.exec(text);
  if (match === null) return null;
  return match[1] ? Number(match[1]) : romans.indexOf(match[2] ?? '') + 1 || null;
}

/** A running head that says which procedure this is must say the title of the cover. */
function runningHeadFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  if (procedure.title === '') return [];
  const title = foldWords(procedure.title);
  const others = procedure.runningHeads.flatMap((head) => {
    const match = /^\s*(?:tên quy trình|tên tài liệu|quy trình|tên thủ tục)\s*:?\s*(.*)$/iu.exec(head.replace(/_+/g, ' '));
    const named = foldWords(match?.[1] ?? '');
    if (match === null || named.length < 4 || sameTitle(named, title)) return [];
    return [`“${(match[1] ?? '').trim()}”`];
  });
  const codes = procedure.runningHeads.flatMap((head) => {
    const code = /(?:mã hiệu|mã số|ký hiệu)\s*:\s*(\S.*)$/iu.exec(head)?.[1]?.trim() ?? null;
    return code !== null && procedure.code !== null && foldWords(code) !== foldWords(procedure.code) ? [`“${code}”`] : [];
  });
  const wrong = [...new Set([...others, ...codes])];
  return wrong.length === 0 ? [] : [finding(locale, 'warning', 'import.header.other', { heads: wrong.join(', '), title: `“${procedure.title}”` })];
}

/** The words "thủ tục", "quy trình" in front and a cut end do not make another title; one word more or less does. */
function sameTitle(named: string, title: string): boolean {
  const bare = (text: string) => text.replace(/^(?:quy trinh |thu tuc |noi bo |giai quyet )+/, '');
  const [a, b] = [bare(named), bare(title)];
  return a === b || (Math.min(a.length, b.length) > 60 && (a.startsWith(b) || b.startsWith(a)));
}

/** Issue and day at the foot of the page against the cover. */
function runningFootFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const lines = [...procedure.runningFeet, ...procedure.runningHeads].flatMap((line) => line.split('\n'));
  const wrong: string[] = [];
  for (const line of lines) {
    const folded = fold(line);
    const issue = /lan ban hanh\s*:?\s*(\d{1,3})\b/.exec(folded)?.[1];
    if (issue !== undefined && procedure.issue !== null && Number(issue) !== procedure.issue) wrong.push(line.trim());
    else if (/ngay (?:hieu luc|ban hanh|ap dung|co hieu luc)/.test(folded) && procedure.issuedOn !== null) {
      const day = dayIn(line);
      if (day !== null && day !== procedure.issuedOn) wrong.push(line.trim());
    }
  }
  const list = [...new Set(wrong)];
  const cover = [procedure.issue, procedure.issuedOn?.split('-').reverse().join('/')].filter(Boolean).join(', ');
  return list.length === 0 ? [] : [finding(locale, 'warning', 'import.footer.differs', { lines: list.map((line) => `“${line}”`).join(', '), cover })];
}
