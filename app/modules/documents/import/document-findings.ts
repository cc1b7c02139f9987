import type { Locale } from '#app/i18n/locale.ts';
import { countUses, undefinedAbbreviations } from './abbreviations.ts';
import { type AbolishedUnit, abolishedUnits } from './abolished-units.ts';
import { contentsFindings } from './contents-findings.ts';
import { foldWords } from './folded.ts';
import type { ImportedProcedure, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { readRetention } from './retention.ts';
import { runningFootFindings, runningHeadFindings } from './running-findings.ts';
import { fixedSections } from './section-heads.ts';
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
  return missing.length === 0
    ? []
    : [finding(locale, 'warning', 'import.section.missing', { titles: missing.join(', ') })];
}

function recordFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  if (procedure.records.length === 0) return [finding(locale, 'warning', 'import.records.missing')];
  const unclear = procedure.records
    .filter((record) => readRetention(record.retention) === 'unknown')
    .map((record) => `“${record.name}”`);
  return unclear.length === 0
    ? []
    : [finding(locale, 'warning', 'import.records.retention-unclear', { names: unclear.join(', ') })];
}

function abolishedFindings(
  procedure: ImportedProcedure,
  units: readonly AbolishedUnit[],
  locale: Locale,
): ImportFinding[] {
  const places: [string, string][] = [
    ...procedure.steps.map((step): [string, string] => [
      place(locale, step.order),
      `${step.text}\n${step.role}\n${step.note ?? ''}`,
    ]),
    ...procedure.records.map((record): [string, string] => [`“${record.name}”`, record.keeper]),
    ...procedure.items
      .filter((item) => item.kind === 'agencies' || item.kind === 'place')
      .map((item): [string, string] => [`“${item.title}”`, item.lines.join('\n')]),
    ...procedure.sections
      .filter((section) => ['muc-dich', 'pham-vi', 'bieu-mau'].includes(section.id))
      .map((section): [string, string] => [`“${section.title}”`, section.text]),
  ];
  const words = places.map(([at, text]): [string, string] => [at, ` ${foldWords(text)} `]);
  return units.flatMap((unit) => {
    const named = unit.names.filter((name) =>
      words.some(([, text]) => text.includes(` ${foldWords(name)} `)),
    );
    if (named.length === 0) return [];
    const where = words
      .filter(([, text]) => named.some((name) => text.includes(` ${foldWords(name)} `)))
      .map(([at]) => at);
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

function abbreviationFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const text = [
    procedure.title,
    ...procedure.sections
      .filter((section) => section.id !== 'dinh-nghia-viet-tat')
      .map((section) => section.text),
  ].join('\n');
  const everywhere = [text, ...procedure.annexes.map((annex) => annex.text)].join('\n');
  const unused = procedure.abbreviations
    .map((pair) => pair.short)
    .filter((short) => countUses(everywhere, short) === 0);
  const missing = undefinedAbbreviations(text, procedure.abbreviations);
  return [
    unused.length === 0
      ? null
      : finding(locale, 'warning', 'import.abbreviation.unused', {
          count: unused.length,
          all: procedure.abbreviations.length,
          list: unused.join(', '),
        }),
    missing.length === 0
      ? null
      : finding(locale, 'warning', 'import.abbreviation.undefined', { list: missing.join(', ') }),
  ].filter((found) => found !== null);
}
