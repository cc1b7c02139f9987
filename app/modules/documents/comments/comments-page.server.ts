import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { revisionHead } from '../reading/revision-page.server.ts';
import { factsOf } from '../revision-facts.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { bySection, refusalToAnswer, refusalToComment } from './comment.ts';

/** Comments on a revision, in the order they were written, with their answers. */
export async function listComments(db: Db, actor: Actor, revisionId: string) {
  authorize(actor, 'comment.read');
  const rows = await db
    .selectFrom('revision_comment')
    .innerJoin('officer', 'officer.id', 'revision_comment.written_by')
    .leftJoin('comment_answer', 'comment_answer.comment_id', 'revision_comment.id')
    .leftJoin('officer as answerer', 'answerer.id', 'comment_answer.answered_by')
    .select([
      'revision_comment.id',
      'section_key',
      'section_title',
      'content_sha256',
      'comment',
      'written_at',
    ])
    .select(['officer.name as writer', 'comment_answer.accepted', 'comment_answer.answer', 'answered_at'])
    .select('answerer.name as answerer')
    .where('revision_comment.revision_id', '=', revisionId)
    .where('revision_comment.agency_id', '=', actor.agencyId)
    .orderBy('written_at')
    .orderBy('revision_comment.id')
    .limit(2000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sectionKey: row.section_key,
    sectionTitle: row.section_title,
    contentHash: row.content_sha256,
    comment: row.comment,
    writer: row.writer,
    writtenAt: row.written_at,
    answer:
      row.answered_at === null
        ? null
        : {
            accepted: row.accepted === 1,
            text: row.answer ?? '',
            by: row.answerer ?? '',
            at: row.answered_at,
          },
  }));
}
export type ListedComment = Awaited<ReturnType<typeof listComments>>[number];

/** Sections of a text as they are now; none while the guard refuses it. */
export async function sectionsOf(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  locale: Locale,
): Promise<{ id: string; title: string }[]> {
  authorize(actor, 'comment.read');
  const revision = await getRevision(room.db, actor, revisionId);
  const { compiled } = await room.press.check(revision.source, { file: revision.id, locale });
  return (compiled?.sections ?? []).map(({ id, title }) => ({ id, title }));
}

/** The page of comments: by section, and what this person may do there. */
export async function readComments(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  day: Day,
  locale: Locale,
) {
  authorize(actor, 'comment.read');
  const head = await revisionHead(room.db, actor, revisionId, day);
  const facts = await factsOf(room.db, await getRevision(room.db, actor, revisionId));
  const sections = await sectionsOf(room, actor, revisionId, locale);
  const comments = await listComments(room.db, actor, revisionId);
  const trial = { officer: actor.officerId, answered: false, accepted: true, text: '?' };
  return {
    head,
    sections,
    places: bySection(comments, sections),
    total: comments.length,
    unanswered: comments.filter((comment) => comment.answer === null).length,
    refusalToComment: may(actor, 'comment.write')
      ? refusalToComment(facts, actor.officerId, '?')
      : { code: 'errors.forbidden', details: {} },
    mayAnswer: may(actor, 'comment.answer') && refusalToAnswer(facts, trial) === null,
  };
}
