import { randomBytes } from 'node:crypto';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { commitmentTo } from '#app/modules/journal/entry.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { refusalToCorrectNow } from './correcting.server.ts';
import { changeFilling, type Filling, fillingFacts, getFilling, unitOfActor } from './filling.server.ts';
import { recordNumber, refusalToComplete } from './filling.ts';
import { type FilledValues, mistakesIn, tidied } from './form-field.ts';
import { fieldsOf, readContent } from './form-fields.server.ts';
import { retentionNow } from './record-type.ts';
import { typesOfForm } from './record-types.server.ts';

export interface Completion {
  fillingId: string;
  /** The version of the filling that was before its owner's eyes. */
  seen: number;
  /** `documentId key` of the record type; empty where it belongs to none. */
  type: string;
  /** Why, for a correction. */
  reason: string;
}

/** Makes the record of a form that is whole; it never changes again. Gives the id of the record. */
export async function completeFilling(
  trx: Trx,
  actor: Actor,
  input: Completion,
  now: Instant,
): Promise<string> {
  authorize(actor, 'record.fill');
  const filling = await getFilling(trx, actor, input.fillingId);
  const fields = await fieldsOf(trx, filling.revision_id);
  const values = tidied(fields, readContent(filling.content));
  const facts = await fillingFacts(trx, actor, filling, dayOf(now));
  const mistakes = mistakesIn(fields, values, 'whole');
  const { seen, reason } = input;
  refuseFor(refusalToComplete(facts, actor.officerId, { seen, mistakes, reason }));
  const corrects = filling.corrects_record_id;
  if (corrects) refuseFor(await refusalToCorrectNow(trx, actor, corrects, now));
  const recordId = corrects ?? (await insertRecord(trx, actor, filling, input.type, now));
  await insertVersion(trx, actor, filling, { recordId, values, reason }, now);
  await changeFilling(trx, filling, { content: '{}', ended_at: now, filled_record_id: recordId });
  await record(trx, actor, {
    action: corrects ? 'record.corrected' : 'record.completed',
    object: { type: 'filled_record', id: recordId },
    now,
    ...(corrects ? { reason } : {}),
  });
  return recordId;
}

async function insertRecord(trx: Trx, actor: Actor, filling: Filling, typeAsked: string, now: Instant) {
  const form = await trx
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['document.code', 'revision.title_vi', 'revision.title_en', 'revision.language'])
    .where('revision.id', '=', filling.revision_id)
    .executeTakeFirstOrThrow();
  const code = form.code ?? '';
  const { step_document_id, step_key } = filling;
  const step = step_document_id && step_key ? { documentId: step_document_id, stepKey: step_key } : null;
  const types = await typesOfForm(trx, actor, { code, step }, dayOf(now));
  const type = types.find((one) => `${one.documentId} ${one.key}` === typeAsked);
  if (typeAsked !== '' && !type) throw new NotFound();
  const year = Number(dayOf(now).slice(0, 4));
  const sequence = await nextSequence(trx, actor.agencyId, filling.document_id, year);
  const id = newId();
  await trx
    .insertInto('filled_record')
    .values({
      id,
      agency_id: actor.agencyId,
      document_id: filling.document_id,
      form_code: code,
      title: type?.name ?? form.title_vi,
      year,
      sequence,
      number: recordNumber(code, year, sequence),
      unit_id: filling.unit_id ?? (await unitOfActor(trx, actor)),
      officer_id: actor.officerId ?? '',
      officer_name: actor.name,
      step_document_id,
      step_key,
      type_document_id: type?.documentId ?? null,
      type_key: type?.key ?? null,
      keeper_role: type?.keeperRole ?? null,
      keeper_field: type?.field ?? null,
      retention: type ? retentionNow(type) : 'unknown',
      completed_at: now,
    })
    .execute();
  return id;
}

/** Counted per agency, form and year without gaps; only one transaction writes at a time. */
async function nextSequence(trx: Trx, agencyId: string, documentId: string, year: number): Promise<number> {
  const last = await trx
    .selectFrom('filled_record')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .where('year', '=', year)
    .executeTakeFirst();
  return Number(last?.sequence ?? 0) + 1;
}

/** The version is for ever; its content lies apart, bound by a commitment, and can be erased by a disposal only. */
async function insertVersion(
  trx: Trx,
  actor: Actor,
  filling: Filling,
  made: { recordId: string; values: FilledValues; reason: string },
  now: Instant,
): Promise<void> {
  const revision = await trx
    .selectFrom('revision')
    .select('source_sha256')
    .where('id', '=', filling.revision_id)
    .executeTakeFirstOrThrow();
  const last = await trx
    .selectFrom('filled_record_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('filled_record_id', '=', made.recordId)
    .executeTakeFirst();
  const id = newId();
  const salt = randomBytes(16).toString('hex');
  const content = canonical(made.values);
  await trx
    .insertInto('filled_record_version')
    .values({
      id,
      agency_id: actor.agencyId,
      filled_record_id: made.recordId,
      version: Number(last?.version ?? 0) + 1,
      revision_id: filling.revision_id,
      source_sha256: revision.source_sha256,
      content_commitment: commitmentTo(salt, content),
      reason: made.reason,
      made_at: now,
      made_by: actor.officerId ?? '',
      made_by_name: actor.name,
    })
    .execute();
  await trx.insertInto('record_content').values({ id, agency_id: actor.agencyId, salt, content }).execute();
}
