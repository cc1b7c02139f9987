import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import type { Trx } from '#db/schema.ts';
import type { NamedThings } from './entries.ts';

/** Titles of the forms and legal bases that a text names, as the office has them when the text is indexed. */
export async function namesOf(trx: Trx, agencyId: string, compiled: CompiledDocument): Promise<NamedThings> {
  const codes = [
    ...new Set([...compiled.steps.flatMap((step) => step.forms), ...compiled.forms.map((form) => form.key)]),
  ];
  const keys = [...new Set(compiled.legalBases.map((basis) => basis.key))];
  const forms =
    codes.length === 0
      ? []
      : await trx
          .selectFrom('document')
          .innerJoin('revision', 'revision.document_id', 'document.id')
          .select(['document.code', 'revision.title_vi'])
          .where('document.agency_id', '=', agencyId)
          .where('document.code', 'in', codes)
          .orderBy('revision.number')
          .execute();
  const bases =
    keys.length === 0
      ? []
      : await trx
          .selectFrom('legal_basis')
          .select(['key', 'number_sign', 'title'])
          .where('agency_id', '=', agencyId)
          .where('key', 'in', keys)
          .execute();
  return {
    forms: new Map(forms.flatMap((row) => (row.code ? [[row.code, row.title_vi]] : []))),
    legalBases: new Map(bases.map((row) => [row.key, { sign: row.number_sign, title: row.title }])),
  };
}
