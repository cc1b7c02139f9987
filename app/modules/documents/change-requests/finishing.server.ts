import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { type ChangeRequest, moveRequest } from './request-record.server.ts';

/** The revision begun for a request is released: the request is done. Called in the transaction of the release. */
export async function finishByRelease(
  trx: Trx,
  actor: Actor,
  revisionId: string,
  now: Instant,
): Promise<void> {
  const rows = await trx
    .selectFrom('change_request')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('revision_id', '=', revisionId)
    .where('state', '=', 'drafting')
    .execute();
  await finish(trx, actor, rows, now);
}

/** The withdrawal that a request asked for is recorded: the request is done. */
export async function finishByWithdrawal(
  trx: Trx,
  actor: Actor,
  documentId: string,
  now: Instant,
): Promise<void> {
  const rows = await trx
    .selectFrom('change_request')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'withdraw')
    .where('state', '=', 'agreed')
    .execute();
  await finish(trx, actor, rows, now);
}

async function finish(trx: Trx, actor: Actor, rows: ChangeRequest[], now: Instant): Promise<void> {
  for (const row of rows) {
    const version = await moveRequest(trx, actor, row, 'finish', now);
    await record(trx, actor, {
      action: 'change-request.done',
      object: { type: 'change_request', id: row.id, version },
      now,
    });
  }
}
