import { dayOf } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { ChecklistPaper } from '#app/pdf/sheets/checklist-sheet.ts';
import type { ChecklistRead, ChecklistRowRead } from './checklist-reading.server.ts';

export interface ChecklistFrame {
  locale: Locale;
  agency: string;
  /** Issue of the form BM-02-04 in force; 1 where it is not known. */
  issue?: number;
  statusUrl: string;
  /** To be filled in by hand: what was answered is left out. */
  blank: boolean;
}

/** A checklist as BM-02-04: the clauses first, then each document step by step. */
export function checklistPaper(checklist: ChecklistRead, frame: ChecklistFrame): ChecklistPaper {
  const { locale, blank } = frame;
  const say = (key: string, params?: Record<string, string | number>) =>
    translate(locale, `audits.paper.${key}`, params);
  const answered = checklist.rows.flatMap((row) => (row.answer ? [row.answer] : []));
  const last = answered
    .map((answer) => answer.at)
    .sort()
    .at(-1);
  const auditors = [...new Set(answered.map((answer) => answer.by))].join(', ');
  const units = [...new Set(checklist.rows.map((row) => (locale === 'en' ? row.unitEn : row.unitVi)))];
  return {
    locale,
    agency: frame.agency,
    stamp: (blank ? undefined : last) ?? checklist.createdAt,
    title: say('title'),
    code: 'BM-02-04',
    issue: frame.issue ?? 1,
    statusUrl: frame.statusUrl,
    facts: [
      [say('number'), `${checklist.number} – ${checklist.title}`],
      [say('audit'), checklist.audit ? `${checklist.audit.number} – ${checklist.audit.title}` : '–'],
      [say('criteria'), criteriaOf(checklist, locale)],
      [say('units'), units.filter(Boolean).join('; ') || '–'],
      [say('day'), checklist.audit ? formatDay(locale, checklist.audit.plannedOn) : ''],
      [say('seed'), String(checklist.seed)],
    ],
    groups: groupsOf(checklist.rows).map(({ title, rows }) => ({
      title: title || say('clauses'),
      rows: rows.map((row) => ({
        clause: row.clause,
        subject: [row.documentCode, row.stepTitle].filter(Boolean).join(' – '),
        question: locale === 'en' ? row.questionEn : row.questionVi,
        howChecked: [
          locale === 'en' ? row.sampleEn : row.sampleVi,
          locale === 'en' ? row.evidenceEn : row.evidenceVi,
        ]
          .filter(Boolean)
          .join('\n'),
        evidence: blank ? null : (row.answer?.evidence ?? null),
        conclusion: blank ? null : (row.answer?.grade ?? null),
        note: blank ? null : [row.nonconformity?.number, row.answer?.note].filter(Boolean).join(': ') || null,
      })),
    })),
    auditor: blank || auditors === '' ? null : auditors,
    auditee: null,
    auditedAt: blank || !last ? null : formatDay(locale, dayOf(last)),
  };
}

function criteriaOf(checklist: ChecklistRead, locale: Locale): string {
  const standard = translate(locale, `standards.edition.${checklist.edition}`);
  return [standard, ...checklist.documents.map((document) => document.code)].join(', ');
}

/** Rows of the standard, then rows by document, in the order of the checklist. */
function groupsOf(rows: readonly ChecklistRowRead[]): { title: string; rows: ChecklistRowRead[] }[] {
  const groups: { title: string; rows: ChecklistRowRead[] }[] = [];
  for (const row of rows) {
    const title = row.source === 'clause' ? '' : (row.documentCode ?? '');
    const group = groups.at(-1);
    if (group && group.title === title) group.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}
