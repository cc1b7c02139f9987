import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { getRevision } from '../revision-record.server.ts';

/**
 * Records a controlled print of a released revision and gives its copy number. Written before the paper exists: a
 * number without paper can be explained, a paper without a number cannot.
 */
export async function recordPrint(
  trx: Trx,
  actor: Actor,
  input: { revisionId: string; reason: string },
  now: Instant,
): Promise<number> {
  authorize(actor, 'document.read');
  const revision = await getRevision(trx, actor, input.revisionId);
  if (revision.state !== 'released') throw new Refused('documents.refusal.print-unreleased');
  const number = (await printsOf(trx, actor, revision.id)) + 1;
  await record(trx, actor, {
    action: 'revision.printed',
    object: { type: 'revision', id: revision.id, version: number },
    now,
    reason: input.reason,
  });
  return number;
}

/** How many controlled prints of a revision were recorded. */
export async function printsOf(db: Db | Trx, actor: Actor, revisionId: string): Promise<number> {
  authorize(actor, 'document.read');
  const row = await db
    .selectFrom('journal_entry')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('agency_id', '=', actor.agencyId)
    .where('object_type', '=', 'revision')
    .where('object_id', '=', revisionId)
    .where('action', '=', 'revision.printed')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
