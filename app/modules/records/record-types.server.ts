import { z } from 'zod';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { sameCode } from '../documents/document-code.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { mappedOn, mappingOf } from '../organization/on-day-query.server.ts';
import { positionsOfRole } from '../organization/role-mapping.ts';
import { type NewTypeFact, type RecordType, refusalToState, type TypeFact } from './record-type.ts';

const details = z.object({
  name: z.string(),
  from: z.string(),
  keeper: z.string(),
  retention: z.string(),
});
const codes = z.array(z.string());

/** The record types of all revisions in force on a day (or of one document), as their texts and the office say; by code and name. */
export async function listRecordTypes(
  db: Db | Trx,
  actor: Actor,
  day: Day,
  documentId?: string,
): Promise<RecordType[]> {
  authorize(actor, 'record.read');
  const { agencyId } = actor;
  const all = db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id as documentId', 'document.code', 'revision.id as revisionId', 'revision.field'])
    .select(['revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select(['mention.key', 'mention.place', 'mention.details'])
    .where('mention.kind', '=', 'record');
  const rows = await (documentId ? all.where('document.id', '=', documentId) : all)
    .orderBy('document.code')
    .orderBy('mention.key')
    .limit(5000)
    .execute();
  const facts = await factsOn(db, agencyId, day);
  const steps = await stepsWithForms(db, [...new Set(rows.map((row) => row.revisionId))]);
  const keepers = await keepersOn(db, agencyId, day);
  return rows.map((row) => {
    const said = details.parse(JSON.parse(row.details));
    const own = steps.filter(
      (step) => step.revision_id === row.revisionId && (step.key === row.place || step.record === row.key),
    );
    return {
      documentId: row.documentId,
      code: row.code,
      titleVi: row.titleVi,
      titleEn: row.titleEn,
      field: row.field,
      key: row.key,
      name: said.name,
      from: said.from,
      step: row.place,
      keeperRole: said.keeper,
      keepers: keepers(said.keeper, row.field),
      retention: said.retention,
      stated: facts.get(`${row.documentId} ${row.key}`) ?? null,
      forms: [...new Set(own.flatMap((step) => codes.parse(JSON.parse(step.forms))))],
    };
  });
}

async function stepsWithForms(db: Db | Trx, revisionIds: string[]) {
  if (revisionIds.length === 0) return [];
  return db
    .selectFrom('step')
    .select(['revision_id', 'key', 'record', 'forms'])
    .where('revision_id', 'in', revisionIds)
    .execute();
}

/** Names of the positions that keep for a role, by the field of the document. */
async function keepersOn(db: Db | Trx, agencyId: string, day: Day) {
  const mappings = (await mappedOn(db, agencyId, day).execute()).map(mappingOf);
  const positions = await db
    .selectFrom('position')
    .select(['id', 'name_vi', 'name_en'])
    .where('agency_id', '=', agencyId)
    .execute();
  const roles = await db
    .selectFrom('role')
    .select(['key', 'name_vi', 'name_en'])
    .where('agency_id', '=', agencyId)
    .execute();
  return (role: string, field: string | null) => {
    const ids = positionsOfRole(role, field, day, mappings);
    const found = positions.filter((one) => ids.includes(one.id));
    const named = found.length > 0 ? found : roles.filter((one) => one.key === role);
    return named.map((one) => ({ vi: one.name_vi, en: one.name_en }));
  };
}

/** What the office says of its record types on a day: of several rows the one that begins last, then recorded last. */
async function factsOn(db: Db | Trx, agencyId: string, day: Day): Promise<Map<string, TypeFact>> {
  const rows = await db
    .selectFrom('record_type_fact')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', day)
    .orderBy('valid_from')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.document_id} ${row.type_key}`,
      { from: row.valid_from, place: row.place, legalGround: row.legal_ground, retention: row.retention },
    ]),
  );
}

export async function getRecordType(
  db: Db | Trx,
  actor: Actor,
  about: { documentId: string; key: string },
  day: Day,
): Promise<RecordType> {
  const types = await listRecordTypes(db, actor, day, about.documentId);
  const type = types.find((one) => one.key === about.key);
  if (!type) throw new NotFound();
  return type;
}

/** Types that a filled form of this code may belong to; those of the step it was started from first. */
export async function typesOfForm(
  db: Db | Trx,
  actor: Actor,
  form: { code: string; step: { documentId: string; stepKey: string } | null },
  day: Day,
): Promise<RecordType[]> {
  const types = await listRecordTypes(db, actor, day);
  const fitting = types.filter((type) => type.forms.some((code) => sameCode(code, form.code)));
  const here = (type: RecordType) =>
    type.documentId === form.step?.documentId && type.step === form.step?.stepKey ? 0 : 1;
  const near = (type: RecordType) => (type.documentId === form.step?.documentId ? 0 : 1);
  return fitting.sort((a, b) => here(a) - here(b) || near(a) - near(b));
}

/** All that was ever stated of a type, the newest first. */
export async function historyOfType(db: Db, actor: Actor, about: { documentId: string; key: string }) {
  authorize(actor, 'record.read');
  return db
    .selectFrom('record_type_fact as fact')
    .innerJoin('officer', 'officer.id', 'fact.recorded_by')
    .selectAll('fact')
    .select('officer.name as recordedByName')
    .where('fact.agency_id', '=', actor.agencyId)
    .where('fact.document_id', '=', about.documentId)
    .where('fact.type_key', '=', about.key)
    .orderBy('fact.valid_from', 'desc')
    .orderBy('fact.recorded_at', 'desc')
    .limit(200)
    .execute();
}

/** The quality officer states place, legal ground and, where the text knows none, retention, from a day on. */
export async function stateTypeFact(
  trx: Trx,
  actor: Actor,
  input: NewTypeFact & { documentId: string; key: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'record-type.maintain');
  const type = await getRecordType(trx, actor, input, dayOf(now));
  refuseFor(refusalToState(type, input, actor.officerId));
  const id = newId();
  await trx
    .insertInto('record_type_fact')
    .values({
      id,
      agency_id: actor.agencyId,
      document_id: type.documentId,
      type_key: type.key,
      valid_from: input.from,
      place: input.place,
      legal_ground: input.legalGround,
      retention: input.retention,
      recorded_at: now,
      recorded_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, { action: 'record-type.stated', object: { type: 'record_type_fact', id }, now });
}
