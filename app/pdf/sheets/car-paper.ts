import type { Day } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import type { FormPaper } from './form-sheet.ts';

type Written = string | null;

export interface Signed {
  name: Written;
  on: Day | null;
}

/** BM-03-01. Every null is printed as lines to write on. */
export interface CorrectiveActionPaper extends FormPaper {
  number: Written;
  state: Written;
  source: Written;
  unit: Written;
  /** Document and step, or clause. */
  place: Written;
  requirement: Written;
  statement: Written;
  evidence: Written;
  grade: 'minor' | 'major' | null;
  recurring: boolean | null;
  issued: Signed;
  accepted: Signed;
  correction: Written;
  consequences: Written;
  actionNeeded: { needed: boolean; reason: string } | null;
  /** Question and answer, in order; five rows are printed at least. */
  whys: { question: string; answer: string }[];
  rootCause: Written;
  elsewhere: Written;
  actions: { what: string; who: string; due: Day | null; doneOn: Day | null; evidence: string }[];
  planned: Signed;
  approval: { opinion: Written } & Signed;
  verification: {
    criterion: Written;
    result: Written;
    effectiveOn: Day | null;
    effective: boolean | null;
    newNumber: Written;
  } & Signed;
  closed: Signed;
}

/** The words, days and signatures of one request in its language. */
export function sayIn(paper: CorrectiveActionPaper) {
  return {
    say: (key: string) => translate(paper.locale, `pdf.car.${key}`),
    day: (day: Day | null) => (day ? formatDay(paper.locale, day) : null),
    signed: (title: string, by: Signed) => ({
      title: translate(paper.locale, `pdf.car.${title}`),
      name: by.name,
      at: by.on ? formatDay(paper.locale, by.on) : null,
    }),
  };
}
