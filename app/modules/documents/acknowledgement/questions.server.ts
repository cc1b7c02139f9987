import { Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../revision-facts.server.ts';
import { marked, type Question, refusalToAsk } from './questions.ts';

export interface Answer {
  questionId: string;
  /** From 1. */
  choice: number;
}

/** A question as its reader sees it: which choice is right is not told. */
export interface OpenQuestion {
  id: string;
  words: string;
  choices: string[];
  answeredRight: boolean;
}

/** At most two questions that the readers of a revision answer before they sign. */
export async function attachQuestions(
  trx: Trx,
  about: { agencyId: string; releaseId: string; revisionId: string },
  questions: readonly Question[],
): Promise<void> {
  if (questions.length > 2) throw new Refused('acknowledgement.refusal.two-questions');
  for (const [at, question] of questions.entries()) {
    refuseFor(refusalToAsk(question));
    await trx
      .insertInto('release_question')
      .values({
        id: newId(),
        agency_id: about.agencyId,
        release_id: about.releaseId,
        revision_id: about.revisionId,
        sort: at + 1,
        words: question.words.trim(),
        choices: canonical(question.choices),
        right_choice: question.right,
      })
      .execute();
  }
}

/** Keeps every try; ids of the questions that the officer has not answered rightly yet. */
export async function answerQuestions(
  trx: Trx,
  actor: Actor,
  officerId: string,
  revisionId: string,
  answers: readonly Answer[],
  now: Instant,
): Promise<string[]> {
  const questions = await questionsOf(trx, actor.agencyId, revisionId);
  if (questions.length === 0) return [];
  const known = await answeredRight(trx, officerId, revisionId);
  const given = new Map(answers.map((answer) => [answer.questionId, answer.choice]));
  const { tries, open } = marked(questions, known, given);
  for (const { question, choice, right } of tries) {
    await trx
      .insertInto('question_try')
      .values({
        id: newId(),
        agency_id: actor.agencyId,
        question_id: question.id,
        officer_id: officerId,
        choice,
        is_right: right ? 1 : 0,
        tried_at: now,
      })
      .execute();
  }
  if (tries.length > 0) {
    const object = { type: 'revision', id: revisionId };
    await record(trx, actor, { action: 'question.answered', object, now });
  }
  return open;
}

/** The questions of a revision for the actor, with those they have answered already. */
export async function questionsFor(db: Db, actor: Actor, revisionId: string): Promise<OpenQuestion[]> {
  authorize(actor, 'revision.acknowledge');
  const questions = await questionsOf(db, actor.agencyId, revisionId);
  const known = actor.officerId ? await answeredRight(db, actor.officerId, revisionId) : new Set<string>();
  return questions.map(({ id, words, choices }) => ({ id, words, choices, answeredRight: known.has(id) }));
}

async function questionsOf(db: Db | Trx, agencyId: string, revisionId: string) {
  const rows = await db
    .selectFrom('release_question')
    .select(['id', 'words', 'choices', 'right_choice as right'])
    .where('revision_id', '=', revisionId)
    .where('agency_id', '=', agencyId)
    .orderBy('sort')
    .execute();
  // Written by attachQuestions only.
  return rows.map((row) => ({ ...row, choices: JSON.parse(row.choices) as string[] }));
}

async function answeredRight(db: Db | Trx, officerId: string, revisionId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('question_try')
    .innerJoin('release_question', 'release_question.id', 'question_try.question_id')
    .select('question_try.question_id')
    .distinct()
    .where('release_question.revision_id', '=', revisionId)
    .where('question_try.officer_id', '=', officerId)
    .where('question_try.is_right', '=', 1)
    .execute();
  return new Set(rows.map((row) => row.question_id));
}
