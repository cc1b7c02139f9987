import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { clausesIn } from '../standards/crosswalk.ts';
import type { Edition } from '../standards/edition.ts';
import { type ClauseQuestion, questionsFor } from '../standards/questions.ts';
import { type AuditedRole, compareClauses, type Standard } from '../standards/standard.ts';
import type { AuditedDocument, AuditedUnit } from './audited-text.ts';
import type { PlannedItem } from './planned-item.ts';
import { samplePlan } from './sampling.ts';
import { ruleQuestions, stepQuestions } from './step-questions.ts';

export interface ChecklistSnapshot {
  edition: Edition;
  seed: number;
  documents: readonly AuditedDocument[];
  /** Set when the checklist is for a unit; the steps are then the unit's own. */
  unit: AuditedUnit | null;
}

/** Asked of every unit, whatever its procedures name (clauses of 2015). */
const coreOfUnits = ['5.2.2', '5.3', '6.2.1', '7.2', '7.3', '7.5.3.1', '8.7.1', '9.1.1', '10.2.1'];
const coreOfLeaders = [
  '4.1',
  '4.2',
  '5.1.1',
  '5.1.2',
  '5.2.1',
  '6.1.1',
  '6.1.2',
  '7.1.1',
  '9.3.1',
  '9.3.2',
  '9.3.3',
  '10.3',
];

/**
 * The questions of a checklist, in the order they are asked: the clauses that apply, then each document step by step.
 * Same snapshot, same seed, same items.
 */
export function planChecklist(standard: Standard, snapshot: ChecklistSnapshot): PlannedItem[] {
  const { documents, edition, seed } = snapshot;
  return [
    ...clauseItems(standard, snapshot),
    ...documents.flatMap((document) => [
      ...stepQuestions(document, edition, seed),
      ...ruleQuestions(document, edition),
    ]),
  ];
}

/** Clauses named by the documents in this edition, or where they name none in it, through the crosswalk. */
export function clausesOfDocument(standard: Standard, document: AuditedDocument, edition: Edition): string[] {
  const own = document.clauses.filter((clause) => clause.edition === edition);
  const named = own.length > 0 ? own : document.clauses;
  const clauses = named.flatMap((clause) => clausesIn(standard, clause.edition, clause.number, edition));
  return [...new Set(clauses)].sort(compareClauses);
}

function clauseItems(standard: Standard, snapshot: ChecklistSnapshot): PlannedItem[] {
  const { documents, edition, unit } = snapshot;
  const named = documents.flatMap((document) => clausesOfDocument(standard, document, edition));
  const core = unit
    ? [...coreOfUnits, ...(unit.kind === 'leadership' ? coreOfLeaders : [])].flatMap((clause) =>
        clausesIn(standard, '2015', clause, edition),
      )
    : [];
  const clauses = [...new Set([...named, ...core])].sort(compareClauses);
  const asked = new Set<string>();
  return clauses.flatMap((clause) => {
    const fitting = questionsFor(standard, edition, clause).filter(
      (question) => !question.conditional || named.includes(clause),
    );
    const chosen = fresh(forRoles(fitting, unit), asked);
    for (const question of chosen) asked.add(question.id);
    return chosen.map((question) => clauseItem(question, snapshot));
  });
}

/** Questions that the unit's own people can answer; where a clause has none, its first question all the same. */
function forRoles(questions: ClauseQuestion[], unit: AuditedUnit | null): ClauseQuestion[] {
  if (!unit) return questions;
  const roles = rolesIn(unit);
  const fitting = questions.filter((question) => question.roles.some((role) => roles.includes(role)));
  return fitting.length > 0 ? fitting : questions.slice(0, 1);
}

function rolesIn(unit: AuditedUnit): AuditedRole[] {
  if (unit.kind === 'leadership') return ['leader', 'quality_officer'];
  if (unit.kind === 'office') return ['head_of_unit', 'staff', 'quality_officer'];
  return unit.kind === 'centre' ? ['head_of_unit', 'staff', 'one_stop_counter'] : ['head_of_unit', 'staff'];
}

/** A question carried to two clauses of 2008 is asked once, unless the second clause would then be left unasked. */
function fresh(questions: ClauseQuestion[], asked: ReadonlySet<string>): ClauseQuestion[] {
  const unasked = questions.filter((question) => !asked.has(question.id));
  return unasked.length > 0 ? unasked : questions.slice(0, 1);
}

function clauseItem(question: ClauseQuestion, { documents, unit, seed }: ChecklistSnapshot): PlannedItem {
  const [document] = documents;
  const only = !unit && documents.length === 1 ? document : undefined;
  const carried = question.carriedFrom;
  const ask = (locale: Locale) => {
    const words = locale === 'vi' ? question.vi : question.en;
    return carried && question.edition === '2008'
      ? `${words} ${translate(locale, 'audits.question.carried', { clause: carried.clause })}`
      : words;
  };
  return {
    key: carried ? `${question.id}/${question.edition}-${question.clause}` : question.id,
    source: 'clause',
    clause: question.clause,
    questionVi: ask('vi'),
    questionEn: ask('en'),
    evidenceVi: question.evidenceVi.join('; '),
    evidenceEn: question.evidenceEn.join('; '),
    documentId: only?.id ?? null,
    documentCode: only?.code ?? null,
    revisionId: only?.revisionId ?? null,
    stepKey: null,
    unitId: unit?.id ?? only?.unitId ?? null,
    sampleVi: whomToAsk(question, seed, 'vi'),
    sampleEn: whomToAsk(question, seed, 'en'),
  };
}

function whomToAsk(question: ClauseQuestion, seed: number, locale: Locale): string {
  const roles = question.roles.map((role) => translate(locale, `audits.sample.role-${role}`)).join(', ');
  const whom = translate(locale, 'audits.sample.ask', { roles });
  if (!question.roles.includes('staff') && !question.roles.includes('one_stop_counter')) return whom;
  const people = translate(locale, 'audits.sample.people', { ...samplePlan(seed, question.id, 2, 5) });
  return `${whom} ${people}`;
}
