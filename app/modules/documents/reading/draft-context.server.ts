import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { requestOfRevision } from '../change-requests/request-page.server.ts';
import { listComments } from '../comments/comments-page.server.ts';
import { fieldChangesOf } from '../comparison/comparison.server.ts';
import { revisionInForce } from '../in-force.ts';
import { forceRecordOf } from '../revision-facts.server.ts';
import { getRevision } from '../revision-record.server.ts';

/** What a revision came from and what was said about it: its request, its comments, what it changes in the work. */
export async function draftContextOf(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  day: Day,
  locale: Locale,
) {
  authorize(actor, 'document.read-draft');
  const revision = await getRevision(room.db, actor, revisionId);
  const inForce = revisionInForce(await forceRecordOf(room.db, revision.document_id), day);
  const against = inForce !== null && inForce !== revision.id ? inForce : revision.base_revision_id;
  const comments = await listComments(room.db, actor, revision.id);
  // A released text is compared on its own page, when somebody asks.
  const compared = against !== null && revision.state !== 'released';
  return {
    documentId: revision.document_id,
    revisionId: revision.id,
    request: await requestOfRevision(room.db, actor, revision.id),
    comments: {
      total: comments.length,
      unanswered: comments.filter((comment) => comment.answer === null).length,
    },
    against,
    changes: compared
      ? await fieldChangesOf(room, actor, { from: against, to: revision.id }, day, locale)
      : [],
  };
}
export type DraftContext = Awaited<ReturnType<typeof draftContextOf>>;
