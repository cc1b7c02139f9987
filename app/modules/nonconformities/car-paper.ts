import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { CorrectiveActionPaper } from '#app/pdf/sheets/car-paper.ts';
import { latestEntry } from './entry.ts';
import type { NonconformityRead } from './reading.server.ts';

export interface PaperFrame {
  locale: Locale;
  /** Instant printed into the file: the same record gives the same bytes. */
  stamp: string;
  agency: string;
  /** Issue of the form BM-03-01 in force; 1 where it is not known. */
  issue?: number;
  parentAgency?: string;
  statusUrl: string;
}

/** The record of a nonconformity as BM-03-01: what is not written yet is left to write by hand. */
export function carPaper(read: NonconformityRead, frame: PaperFrame): CorrectiveActionPaper {
  const { row, facts, entries, actions, names, unit, document } = read;
  const { locale } = frame;
  const say = (key: string) => translate(locale, `nonconformities.${key}`);
  const signed = (entry: { by: string; at: string } | null) => ({
    name: entry ? (names[entry.by] ?? null) : null,
    on: entry ? dayOf(entry.at) : null,
  });
  const cause = latestEntry(entries, 'cause');
  const need = latestEntry(entries, 'need-for-action');
  const approval = latestEntry(entries, 'plan-approval');
  const approved = approval?.content.approved ? approval : null;
  const verification = latestEntry(entries, 'verification');
  const effectiveness = latestEntry(entries, 'effectiveness');
  const acceptance = latestEntry(entries, 'acceptance');
  const correction = latestEntry(entries, 'correction');
  return {
    ...frame,
    title: say('car-title'),
    code: 'BM-03-01',
    issue: frame.issue ?? 1,
    number: row.number,
    state: say(`state.${row.state}`),
    source: say(`source.${row.source_kind}`),
    unit: locale === 'en' ? unit.en : unit.vi,
    place: document
      ? [document.code, document.step].filter(Boolean).join(' – ')
      : row.clause && row.edition
        ? translate(locale, `standards.requirement.${row.edition}`, { clause: row.clause })
        : null,
    requirement: row.requirement,
    statement: row.statement,
    evidence: row.evidence,
    grade: row.grade,
    recurring: row.recurrence_of !== null,
    issued: { name: names[row.detected_by] ?? null, on: row.detected_on },
    accepted: signed(acceptance ?? correction),
    correction: correction?.content.what ?? null,
    consequences: facts.consequences || null,
    actionNeeded: need && { needed: need.content.needed, reason: need.content.reason },
    whys:
      cause?.content.whys.map(({ question, answer, evidence }) => ({
        question: question || say('why.ask'),
        answer: evidence ? `${answer} (${evidence})` : answer,
      })) ?? [],
    rootCause: cause?.content.rootCause ?? null,
    elsewhere: latestEntry(entries, 'similar-cases')?.content.text ?? null,
    actions: actions.map((action) => {
      const proof = action.evidence.at(-1);
      return {
        what: action.what,
        who: names[action.ownerId] ?? '',
        due: action.dueOn,
        doneOn: proof?.doneOn ?? null,
        evidence: proof?.evidence ?? '',
      };
    }),
    planned: signed(latestEntry(entries, 'plan')),
    approval: {
      opinion: approved ? approved.content.opinion || say('decision.approve') : null,
      ...signed(approved),
    },
    verification: {
      criterion: verification?.content.criterion ?? null,
      result: verification?.content.findings ?? null,
      effectiveOn: effectiveness?.content.effectiveOn ?? null,
      effective: effectiveness?.content.effective ?? null,
      newNumber: null,
      ...signed(verification),
    },
    closed: signed(row.state === 'closed' ? latestEntry(entries, 'risk') : null),
  };
}
