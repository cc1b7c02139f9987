import type { Selectable } from 'kysely';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { FillingTable } from '#db/schema/records.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { type FillingFacts, refusalToChooseRevision, refusalToSave } from './filling.ts';
import { carriedOver, type FilledValues } from './form-field.ts';
import { fieldsOf, findFormInForce, readContent } from './form-fields.server.ts';

export type Filling = Selectable<FillingTable>;

/** A filling is its owner's own paper: to everyone else it is not there. */
export async function getFilling(db: Db | Trx, actor: Actor, id: string): Promise<Filling> {
  const row = await db
    .selectFrom('filling')
    .selectAll()
    .where('id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .where('officer_id', '=', actor.officerId ?? '')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

export async function fillingFacts(
  db: Db | Trx,
  actor: Actor,
  filling: Filling,
  day: Day,
): Promise<FillingFacts> {
  const current = await findFormInForce(db, actor, { documentId: filling.document_id }, day);
  return {
    officer: filling.officer_id,
    ended: filling.ended_at !== null,
    version: filling.version,
    revision: filling.revision_id,
    inForce: current?.revisionId ?? null,
    keptBeside: filling.kept_beside_id,
    corrects: filling.corrects_record_id !== null,
  };
}

export interface NewFilling {
  code: string;
  step: { documentId: string; stepKey: string } | null;
}

/** Begins a form in force; from a step of a procedure in force, where it was started there. */
export async function startFilling(trx: Trx, actor: Actor, input: NewFilling, now: Instant): Promise<string> {
  authorize(actor, 'record.fill');
  if (actor.officerId === null) throw new Refused('records.refusal.no-officer');
  const form = await findFormInForce(trx, actor, { code: input.code }, dayOf(now));
  if (!form) throw new Refused('records.refusal.form-not-in-force');
  const step = input.step && (await ownStep(trx, actor, input.step)) ? input.step : null;
  const id = newId();
  await trx
    .insertInto('filling')
    .values({
      id,
      agency_id: actor.agencyId,
      document_id: form.documentId,
      revision_id: form.revisionId,
      officer_id: actor.officerId,
      unit_id: await unitOfActor(trx, actor),
      step_document_id: step?.documentId ?? null,
      step_key: step?.stepKey ?? null,
      corrects_record_id: null,
      kept_beside_id: null,
      content: '{}',
      version: 1,
      started_at: now,
      saved_at: now,
      ended_at: null,
      filled_record_id: null,
    })
    .execute();
  return id;
}

async function ownStep(trx: Trx, actor: Actor, step: { documentId: string; stepKey: string }) {
  return trx
    .selectFrom('step')
    .innerJoin('revision', 'revision.id', 'step.revision_id')
    .select('step.id')
    .where('step.agency_id', '=', actor.agencyId)
    .where('revision.document_id', '=', step.documentId)
    .where('step.key', '=', step.stepKey)
    .executeTakeFirst();
}

/** The unit in whose name somebody writes: that of the first position held. */
export async function unitOfActor(db: Db | Trx, actor: Actor): Promise<string | null> {
  const [unitId] = actor.unitIds;
  if (unitId) return unitId;
  const [positionId] = actor.positionIds;
  if (!positionId) return null;
  const position = await db
    .selectFrom('position')
    .select('unit_id')
    .where('id', '=', positionId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  return position?.unit_id ?? null;
}

/** Keeps an unfinished form as it stands; gives its new version. */
export async function saveFilling(
  trx: Trx,
  actor: Actor,
  input: { fillingId: string; seen: number; values: FilledValues },
  now: Instant,
): Promise<number> {
  authorize(actor, 'record.fill');
  const filling = await getFilling(trx, actor, input.fillingId);
  const facts = await fillingFacts(trx, actor, filling, dayOf(now));
  refuseFor(refusalToSave(facts, actor.officerId, input.seen));
  return changeFilling(trx, filling, { content: canonical(input.values), saved_at: now });
}

/** The owner says which revision of the form the record is to be made on. */
export async function chooseRevision(
  trx: Trx,
  actor: Actor,
  input: { fillingId: string; choice: 'carry-over' | 'keep' },
  now: Instant,
): Promise<void> {
  authorize(actor, 'record.fill');
  const filling = await getFilling(trx, actor, input.fillingId);
  const facts = await fillingFacts(trx, actor, filling, dayOf(now));
  refuseFor(refusalToChooseRevision(facts, actor.officerId));
  if (input.choice === 'keep' || facts.inForce === null) {
    await changeFilling(trx, filling, { kept_beside_id: facts.inForce });
    return;
  }
  const { values } = carriedOver(
    await fieldsOf(trx, filling.revision_id),
    await fieldsOf(trx, facts.inForce),
    readContent(filling.content),
  );
  await changeFilling(trx, filling, {
    revision_id: facts.inForce,
    kept_beside_id: null,
    content: canonical(values),
    saved_at: now,
  });
}

/** An unfinished form is no record: its owner may throw it away, and nothing of what stood in it is kept. */
export async function abandonFilling(trx: Trx, actor: Actor, fillingId: string, now: Instant): Promise<void> {
  authorize(actor, 'record.fill');
  const filling = await getFilling(trx, actor, fillingId);
  await changeFilling(trx, filling, { content: '{}', ended_at: now });
}

/** Changes a filling that is still as it was seen, or is refused. */
export async function changeFilling(trx: Trx, filling: Filling, change: Partial<Filling>): Promise<number> {
  const version = filling.version + 1;
  const changed = await trx
    .updateTable('filling')
    .set({ ...change, version })
    .where('id', '=', filling.id)
    .where('version', '=', filling.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) !== 1) throw new Refused('records.refusal.changed-meanwhile');
  return version;
}

/** The forms this person has begun and not finished, the last touched first. */
export async function listOwnFillings(db: Db, actor: Actor, day: Day) {
  authorize(actor, 'record.fill');
  if (actor.officerId === null) return [];
  const rows = await db
    .selectFrom('filling')
    .innerJoin('revision', 'revision.id', 'filling.revision_id')
    .innerJoin('document', 'document.id', 'filling.document_id')
    .leftJoin('filled_record', 'filled_record.id', 'filling.corrects_record_id')
    .selectAll('filling')
    .select(['document.code', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select('filled_record.number as corrects')
    .where('filling.agency_id', '=', actor.agencyId)
    .where('filling.officer_id', '=', actor.officerId)
    .where('filling.ended_at', 'is', null)
    .orderBy('filling.saved_at', 'desc')
    .orderBy('filling.id')
    .limit(200)
    .execute();
  const list = [];
  for (const row of rows) list.push({ ...row, facts: await fillingFacts(db, actor, row, day) });
  return list;
}
export type OwnFilling = Awaited<ReturnType<typeof listOwnFillings>>[number];
