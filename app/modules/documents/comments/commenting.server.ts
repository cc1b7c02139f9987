import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { factsOf, refuseFor } from '../revision-facts.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { refusalToAnswer, refusalToComment } from './comment.ts';

export interface NewComment {
  revisionId: string;
  /** null = the whole document. */
  section: { key: string; title: string } | null;
  comment: string;
}

/** Comments on a draft or a text in review (BM-01-08); kept with the text it was written about. */
export async function writeComment(trx: Trx, actor: Actor, input: NewComment, now: Instant): Promise<string> {
  authorize(actor, 'comment.write');
  const revision = await getRevision(trx, actor, input.revisionId);
  refuseFor(refusalToComment(await factsOf(trx, revision), actor.officerId, input.comment));
  const id = newId();
  await trx
    .insertInto('revision_comment')
    .values({
      id,
      agency_id: actor.agencyId,
      revision_id: revision.id,
      section_key: input.section?.key ?? null,
      section_title: input.section?.title ?? '',
      content_sha256: revision.source_sha256,
      comment: input.comment,
      written_at: now,
      written_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, {
    action: 'comment.written',
    object: { type: 'revision_comment', id },
    now,
    payload: { revisionId: revision.id },
  });
  return id;
}

export interface CommentAnswer {
  revisionId: string;
  commentId: string;
  accepted: boolean;
  answer: string;
}

/** The drafter answers a comment: taken up or not, and why not. */
export async function answerComment(
  trx: Trx,
  actor: Actor,
  input: CommentAnswer,
  now: Instant,
): Promise<void> {
  authorize(actor, 'comment.answer');
  const comment = await getComment(trx, actor, input.revisionId, input.commentId);
  const revision = await getRevision(trx, actor, comment.revision_id);
  const { accepted, answer } = input;
  refuseFor(
    refusalToAnswer(await factsOf(trx, revision), {
      officer: actor.officerId,
      answered: comment.answered,
      accepted,
      text: answer,
    }),
  );
  await trx
    .insertInto('comment_answer')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      comment_id: comment.id,
      accepted: accepted ? 1 : 0,
      answer,
      answered_at: now,
      answered_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, {
    action: 'comment.answered',
    object: { type: 'revision_comment', id: comment.id },
    now,
    reason: accepted ? undefined : answer,
    payload: { accepted },
  });
}

/** A comment of the agency on the revision named. */
export async function getComment(db: Db | Trx, actor: Actor, revisionId: string, commentId: string) {
  const comment = await db
    .selectFrom('revision_comment')
    .selectAll()
    .where('id', '=', commentId)
    .where('revision_id', '=', revisionId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!comment) throw new NotFound();
  const answer = await db
    .selectFrom('comment_answer')
    .select('id')
    .where('comment_id', '=', comment.id)
    .executeTakeFirst();
  return { ...comment, answered: answer !== undefined };
}
