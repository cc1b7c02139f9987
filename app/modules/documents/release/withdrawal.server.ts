import { type Day, dayOf } from '#app/http/clock.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { finishByWithdrawal } from '../change-requests/finishing.server.ts';
import { forceRecordOf, refuseFor } from '../revision-facts.server.ts';
import { getDocument } from '../revision-record.server.ts';
import { refusalToWithdraw } from './withdrawal.ts';

export interface Withdrawal {
  documentId: string;
  decisionNumber: string;
  reason: string;
  /** First day on which the document is no longer in force. */
  from: Day;
}

/** Takes a document out of force by a decision, from a day on. Its code is never used again. */
export async function withdrawDocument(
  trx: Trx,
  actor: Actor,
  input: Withdrawal,
  now: Instant,
): Promise<void> {
  authorize(actor, 'document.withdraw');
  const document = await getDocument(trx, actor, input.documentId);
  refuseFor(refusalToWithdraw(await forceRecordOf(trx, document.id), input, dayOf(now)));
  await trx
    .insertInto('withdrawal')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      document_id: document.id,
      decision_number: input.decisionNumber,
      reason: input.reason,
      effective_from: input.from,
      recorded_at: now,
      recorded_by: actor.officerId ?? actor.name,
    })
    .execute();
  await record(trx, actor, {
    action: 'document.withdrawn',
    object: { type: 'document', id: document.id },
    now,
    reason: input.reason,
  });
  await finishByWithdrawal(trx, actor, document.id, now);
  await trx
    .insertInto('outbox')
    .values({ id: newId(), kind: 'journal.anchor', payload: '{}', created_at: now, done_at: null })
    .execute();
}
