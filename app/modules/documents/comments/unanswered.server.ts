import type { Db, Trx } from '#db/schema.ts';

/** How many comments on a revision nobody answered. */
export async function unansweredComments(db: Db | Trx, revisionId: string): Promise<number> {
  const row = await db
    .selectFrom('revision_comment')
    .leftJoin('comment_answer', 'comment_answer.comment_id', 'revision_comment.id')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('revision_comment.revision_id', '=', revisionId)
    .where('comment_answer.id', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
