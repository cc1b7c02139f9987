import { type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { refusalToRecordEvent } from './record-event.ts';
import { retentionFacts } from './record-page.server.ts';
import { completedOn, correctionFacts, getRecord } from './record-reading.server.ts';

/** States the day on which happened what the retention of a record waits for. */
export async function recordEvent(
  trx: Trx,
  actor: Actor,
  input: { recordId: string; on: Day; description: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'record.note-event');
  if (actor.officerId === null) throw new Refused('records.refusal.no-officer');
  const today = dayOf(now);
  const row = await getRecord(trx, actor, input.recordId, today);
  const { retention } = await retentionFacts(trx, actor, row, now);
  const { disposed } = await correctionFacts(trx, row);
  refuseFor(
    refusalToRecordEvent({ retention, disposed, completedOn: completedOn(row) }, { ...input, today }),
  );
  await trx
    .insertInto('record_event')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      filled_record_id: row.id,
      happened_on: input.on,
      description: input.description,
      recorded_at: now,
      recorded_by: actor.officerId,
    })
    .execute();
  await record(trx, actor, {
    action: 'record.event-recorded',
    object: { type: 'filled_record', id: row.id },
    now,
    reason: input.description,
  });
}
