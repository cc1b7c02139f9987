import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { revisionPath } from '../paths.ts';

/** Texts this person writes that have comments nobody answered. */
export async function pendingComments(db: Db, actor: Actor, _day: Day) {
  if (!may(actor, 'comment.answer') || !actor.officerId) return [];
  const rows = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['revision.id', 'revision.title_vi', 'revision.title_en', 'document.code', 'claimed_code'])
    .where('revision.agency_id', '=', actor.agencyId)
    .where('revision.state', 'in', ['draft', 'in-review'])
    .where((eb) =>
      eb.or([
        eb('revision.submitted_by', '=', actor.officerId),
        eb.exists(
          eb
            .selectFrom('revision_author')
            .select('revision_author.id')
            .whereRef('revision_author.revision_id', '=', 'revision.id')
            .where('revision_author.officer_id', '=', actor.officerId),
        ),
      ]),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('revision_comment')
          .leftJoin('comment_answer', 'comment_answer.comment_id', 'revision_comment.id')
          .select('revision_comment.id')
          .whereRef('revision_comment.revision_id', '=', 'revision.id')
          .where('comment_answer.id', 'is', null),
      ),
    )
    .orderBy('document.code')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    kind: 'comment' as const,
    id: row.id,
    code: row.code ?? row.claimed_code,
    titleVi: row.title_vi,
    titleEn: row.title_en,
    to: revisionPath(row.id, 'comments'),
    due: null,
  }));
}
