import type { Edition } from './edition.ts';
import {
  auditableClauses,
  type BankQuestion,
  compareClauses,
  lowestClauses,
  type Standard,
} from './standard.ts';

/** A question as it is asked under a clause of an edition. */
export interface ClauseQuestion extends BankQuestion {
  edition: Edition;
  /** Set when the question was written for a clause of another edition and asked here through the crosswalk. */
  carriedFrom: { edition: Edition; clause: string } | null;
}

/**
 * All questions of an edition in the order of its clauses. 2015: its own bank. 2026: where a clause stayed the same its
 * 2015 questions; where it changed the questions written for the change, and where there are none its 2015 questions
 * again. 2008: the 2015 questions of the clauses that took its requirements over, marked as carried.
 */
export function questionsOf(standard: Standard, edition: Edition): ClauseQuestion[] {
  return auditableClauses(standard, edition)
    .map((clause) => clause.number)
    .sort(compareClauses)
    .flatMap((clause) => questionsFor(standard, edition, clause));
}

/** The questions of one lowest clause. */
export function questionsFor(standard: Standard, edition: Edition, clause: string): ClauseQuestion[] {
  if (edition === '2015') {
    return standard.bank['2015'].filter((question) => question.clause === clause).map(own('2015'));
  }
  if (edition === '2008') {
    const heirs = standard.crosswalk
      .filter((one) => one.from?.edition === '2008' && one.from.number === clause)
      .flatMap((one) => one.to)
      .flatMap((one) => lowestClauses(standard, '2015', one.number));
    return carried(standard, heirs, edition, clause);
  }
  const written = standard.bank['2026'].filter((question) => question.clause === clause);
  if (written.length > 0) return written.map(own('2026'));
  const ancestors = standard.crosswalk
    .filter((one) => one.from?.edition === '2015')
    .filter((one) => one.to.some((to) => to.edition === '2026' && to.number === clause))
    .flatMap((one) => (one.from ? [one.from.number] : []));
  return carried(standard, ancestors, edition, clause);
}

function own(edition: Edition) {
  return (question: BankQuestion): ClauseQuestion => ({ ...question, edition, carriedFrom: null });
}

function carried(
  standard: Standard,
  from: readonly string[],
  edition: Edition,
  clause: string,
): ClauseQuestion[] {
  return standard.bank['2015']
    .filter((question) => from.includes(question.clause))
    .map((question) => ({
      ...question,
      clause,
      edition,
      carriedFrom: { edition: '2015', clause: question.clause },
    }));
}

/** Lowest clauses of an edition under which nothing is asked; a gap here is a gap of every audit. */
export function clausesWithoutQuestion(standard: Standard, edition: Edition): string[] {
  return auditableClauses(standard, edition)
    .map((clause) => clause.number)
    .filter((clause) => questionsFor(standard, edition, clause).length === 0);
}
