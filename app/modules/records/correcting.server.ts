import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { refusalToCorrect } from './filling.ts';
import { correctionFacts, getRecord, newestContent } from './record-reading.server.ts';

/** Why this person may not correct a record now, or null. */
export async function refusalToCorrectNow(trx: Trx, actor: Actor, recordId: string, now: Instant) {
  const row = await getRecord(trx, actor, recordId, dayOf(now));
  return refusalToCorrect(await correctionFacts(trx, row), {
    officer: actor.officerId,
    isQualityOfficer: actor.roles.includes('quality-officer'),
  });
}

/** Opens a completed record for a new version: a filling that begins with what stands there, on the same revision. */
export async function startCorrection(
  trx: Trx,
  actor: Actor,
  recordId: string,
  now: Instant,
): Promise<string> {
  authorize(actor, 'record.fill');
  refuseFor(await refusalToCorrectNow(trx, actor, recordId, now));
  const row = await getRecord(trx, actor, recordId, dayOf(now));
  const open = await trx
    .selectFrom('filling')
    .select('id')
    .where('corrects_record_id', '=', row.id)
    .where('officer_id', '=', actor.officerId ?? '')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (open) return open.id;
  const newest = await newestContent(trx, row.id);
  if (!newest) throw new NotFound();
  const id = newId();
  await trx
    .insertInto('filling')
    .values({
      id,
      agency_id: actor.agencyId,
      document_id: row.document_id,
      revision_id: newest.revision_id,
      officer_id: actor.officerId ?? '',
      unit_id: row.unit_id,
      step_document_id: row.step_document_id,
      step_key: row.step_key,
      corrects_record_id: row.id,
      kept_beside_id: null,
      content: newest.content,
      version: 1,
      started_at: now,
      saved_at: now,
      ended_at: null,
      filled_record_id: null,
    })
    .execute();
  return id;
}
