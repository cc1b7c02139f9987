import { z } from 'zod';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import { foldCode } from '../documents/document-code.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { type FilledValues, type FormField, fieldTypes } from './form-field.ts';

const words = z.array(z.string());
const content = z.record(z.string(), z.union([z.string(), z.array(z.array(z.string()))]));

export function readContent(json: string): FilledValues {
  return content.parse(JSON.parse(json));
}

/** The fields of a revision, in the order of its text. */
export async function fieldsOf(db: Db | Trx, revisionId: string): Promise<FormField[]> {
  const rows = await db
    .selectFrom('form_field')
    .select(['key', 'label', 'type', 'required', 'options', 'columns'])
    .where('revision_id', '=', revisionId)
    .orderBy('sort')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    label: row.label,
    type: fieldTypes.find((type) => type === row.type) ?? 'text',
    required: row.required === 1,
    options: words.parse(JSON.parse(row.options)),
    columns: words.parse(JSON.parse(row.columns)),
  }));
}

export const fillableKinds = ['form', 'work-instruction'] as const;

/** Forms and templates of work instructions in force on a day that have fields to fill in, by code. */
export async function listFillableForms(db: Db | Trx, actor: Actor, day: Day, documentId?: string) {
  authorize(actor, 'record.fill');
  const all = db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id as documentId', 'document.code', 'document.code_folded as codeFolded'])
    .select(['revision.id as revisionId', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select(['revision.issue', 'revision.amendment', 'revision.kind', 'revision.source_sha256 as sourceHash'])
    .where('revision.kind', 'in', [...fillableKinds])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('form_field')
          .select('form_field.id')
          .whereRef('form_field.revision_id', '=', 'revision.id'),
      ),
    );
  return (documentId ? all.where('document.id', '=', documentId) : all)
    .orderBy('document.code')
    .limit(2000)
    .execute();
}
export type FillableForm = Awaited<ReturnType<typeof listFillableForms>>[number];

/** The form of this code that is in force on a day, whatever its revision; undefined when none is. */
export async function findFormInForce(
  db: Db | Trx,
  actor: Actor,
  about: { code: string } | { documentId: string },
  day: Day,
): Promise<FillableForm | undefined> {
  const forms = await listFillableForms(db, actor, day, 'documentId' in about ? about.documentId : undefined);
  return 'code' in about ? forms.find((form) => form.codeFolded === foldCode(about.code)) : forms[0];
}

/** Folded codes of the forms that can be filled in on screen on a day. */
export async function fillableCodes(db: Db, actor: Actor, day: Day): Promise<string[]> {
  return (await listFillableForms(db, actor, day)).flatMap((form) => form.codeFolded ?? []);
}
