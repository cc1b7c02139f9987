import { type RawBuilder, sql } from 'kysely';
import type { LegalBasisTable } from '#db/schema/documents.ts';
import type { Db } from '#db/schema.ts';

/** The latest row of a basis: the one that stands in `legal_basis` until a version is added. */
function latest<Column extends keyof LegalBasisTable>(column: Column): RawBuilder<LegalBasisTable[Column]> {
  const name = sql.ref(column);
  return sql`case when later.id is null then first.${name} else later.${name} end`;
}

/**
 * The register of legal bases of an agency as it stands now. Nothing in it is overwritten: a correction adds a row, and
 * this query is what speaks. `id` and `key` are the identity.
 */
export function legalBasesNow(db: Db, agencyId: string) {
  return db
    .selectFrom('legal_basis as first')
    .leftJoin('legal_basis_version as later', (join) =>
      join.onRef('later.legal_basis_id', '=', 'first.id').on(
        sql<boolean>`not exists (select 1 from legal_basis_version as newer where newer.legal_basis_id = first.id
          and (newer.recorded_at > later.recorded_at or (newer.recorded_at = later.recorded_at and newer.id > later.id)))`,
      ),
    )
    .where('first.agency_id', '=', agencyId)
    .select(['first.id', 'first.agency_id', 'first.key', 'later.checked_by'])
    .select([
      latest('kind').as('kind'),
      latest('number_sign').as('number_sign'),
      latest('issuer').as('issuer'),
      latest('title').as('title'),
      latest('signed_on').as('signed_on'),
      latest('in_force_from').as('in_force_from'),
      latest('in_force_until').as('in_force_until'),
      latest('status').as('status'),
      latest('replaced_by').as('replaced_by'),
      latest('note').as('note'),
      latest('checked_on').as('checked_on'),
      latest('recorded_at').as('recorded_at'),
    ]);
}

/** Partial changes that were not taken back. */
export function amendmentsNow(db: Db, agencyId: string) {
  return db
    .selectFrom('legal_basis_amendment as amendment')
    .innerJoin('legal_basis', 'legal_basis.id', 'amendment.legal_basis_id')
    .select(['amendment.id', 'legal_basis.key', 'amendment.amended_by', 'amendment.effect_on'])
    .select(['amendment.note', 'amendment.recorded_at', 'amendment.recorded_by'])
    .where('amendment.agency_id', '=', agencyId)
    .where('amendment.retracts_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('legal_basis_amendment as back')
            .select('back.id')
            .whereRef('back.retracts_id', '=', 'amendment.id'),
        ),
      ),
    );
}
