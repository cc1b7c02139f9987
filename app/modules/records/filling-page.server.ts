import { dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { fillingFacts, getFilling } from './filling.server.ts';
import { asksRevision } from './filling.ts';
import { carriedOver, mistakesIn } from './form-field.ts';
import { fieldsOf, readContent } from './form-fields.server.ts';
import { typesOfForm } from './record-types.server.ts';

/** An unfinished form as its owner sees it. */
export async function readFilling(db: Db, actor: Actor, fillingId: string, now: Instant) {
  authorize(actor, 'record.fill');
  const today = dayOf(now);
  const filling = await getFilling(db, actor, fillingId);
  const facts = await fillingFacts(db, actor, filling, today);
  const revision = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['document.code', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select(['revision.issue', 'revision.amendment'])
    .where('revision.id', '=', filling.revision_id)
    .executeTakeFirstOrThrow();
  const fields = await fieldsOf(db, filling.revision_id);
  const values = readContent(filling.content);
  const corrects = filling.corrects_record_id
    ? await db
        .selectFrom('filled_record')
        .select(['id', 'number'])
        .where('id', '=', filling.corrects_record_id)
        .executeTakeFirst()
    : undefined;
  return {
    id: filling.id,
    version: filling.version,
    documentId: filling.document_id,
    step: await stepOf(db, filling.step_document_id, filling.step_key),
    savedAt: filling.saved_at,
    form: revision,
    fields,
    values,
    facts,
    asksRevision: asksRevision(facts),
    corrects: corrects ?? null,
    mistakes: {
      unfinished: mistakesIn(fields, values, 'unfinished'),
      whole: mistakesIn(fields, values, 'whole'),
    },
  };
}
export type ReadFilling = Awaited<ReturnType<typeof readFilling>>;

async function stepOf(db: Db, documentId: string | null, key: string | null) {
  if (!documentId || !key) return null;
  const step = await db
    .selectFrom('step')
    .innerJoin('revision', 'revision.id', 'step.revision_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['document.code', 'step.title', 'step.sort'])
    .where('document.id', '=', documentId)
    .where('step.key', '=', key)
    .orderBy('revision.number', 'desc')
    .executeTakeFirst();
  return step ? { documentId, key, ...step } : null;
}

/** What happens to the values when the newer revision is taken; null when there is none to choose. */
export async function newerRevision(db: Db, read: ReadFilling) {
  if (!read.asksRevision || read.facts.inForce === null) return null;
  const revision = await db
    .selectFrom('revision')
    .select(['issue', 'amendment', 'change_summary'])
    .where('id', '=', read.facts.inForce)
    .executeTakeFirstOrThrow();
  const { lost, added } = carriedOver(read.fields, await fieldsOf(db, read.facts.inForce), read.values);
  return { ...revision, lost, added };
}

/** The record types the completed form may belong to, the likeliest first. */
export async function typeChoices(db: Db, actor: Actor, read: ReadFilling, now: Instant) {
  const step = read.step ? { documentId: read.step.documentId, stepKey: read.step.key } : null;
  const types = await typesOfForm(db, actor, { code: read.form.code ?? '', step }, dayOf(now));
  return types.map((type) => ({
    value: `${type.documentId} ${type.key}`,
    label: `${type.code ?? ''} – ${type.name}`,
  }));
}
