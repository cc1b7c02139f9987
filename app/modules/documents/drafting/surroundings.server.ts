import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';
import { heldOn, mappedOn, mappingOf } from '../../organization/on-day-query.server.ts';
import { positionsOfRole } from '../../organization/role-mapping.ts';
import { awaitingIn } from '../acknowledgement/asked-revisions.server.ts';
import type { LegalBasisStatus, RoleInOffice, RoleKind, Surroundings } from '../check/surroundings.ts';
import { foldCode } from '../document-code.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { basisStatusOn } from '../legal/basis-status.ts';

/** Addresses of the product that a text may link to, beside documents by code. */
const ownPages = ['/documents', '/handbook', '/public', '/search'];

/** What the six-clears check needs to know of the office on a day, for one document (null for a new one) and field. */
export async function surroundingsOf(
  db: Db,
  actor: Actor,
  about: { documentId: string | null; field: string | null },
  day: Day,
): Promise<Surroundings> {
  const agencyId = actor.agencyId;
  const codes = await db
    .selectFrom('document')
    .select(['id', 'code_folded', 'claimed_code'])
    .where('agency_id', '=', agencyId)
    .execute();
  const others = codes.flatMap((row) =>
    row.code_folded && row.id !== about.documentId ? [row.code_folded] : [],
  );
  // A link may lead to a document that is still a draft with a claimed code.
  const linked = codes.map((row) => row.code_folded ?? foldCode(row.claimed_code ?? '')).filter(Boolean);
  const units = await db
    .selectFrom('unit')
    .select('key')
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .execute();
  return {
    roles: await rolesOf(db, agencyId, about.field, day),
    units: new Set(units.map((unit) => unit.key)),
    formsInForce: await currentForms(db, agencyId, day),
    legalBases: await legalBasesOf(db, agencyId, day),
    codesInUse: new Set(others),
    linkTargets: new Set([...ownPages, ...linked]),
    previous: about.documentId ? await previousIds(db, about.documentId) : null,
  };
}

async function rolesOf(
  db: Db,
  agencyId: string,
  field: string | null,
  day: Day,
): Promise<Map<string, RoleInOffice>> {
  const roles = await db
    .selectFrom('role')
    .select(['key', 'kind'])
    .where('agency_id', '=', agencyId)
    .execute();
  const mappings = (await mappedOn(db, agencyId, day).execute()).map(mappingOf);
  const holders = await heldOn(db, agencyId, day).execute();
  const held = new Set(holders.map((holder) => holder.position_id));
  return new Map(
    roles.map((role) => {
      const positions = positionsOfRole(role.key, field, day, mappings);
      return [
        role.key,
        {
          kind: role.kind as RoleKind, // the column holds only what roles.yaml's schema let in
          mapped: positions.length > 0,
          filled: positions.some((position) => held.has(position)),
        },
      ];
    }),
  );
}

/** Forms in force, those decided for a day to come, and those that will be released with the text that names them. */
async function currentForms(db: Db, agencyId: string, day: Day): Promise<Set<string>> {
  const inForce = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .select('document.code_folded')
    .execute();
  const onTheWay = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select('document.code_folded')
    .where('revision.agency_id', '=', agencyId)
    .where('revision.kind', 'in', ['form', 'work-instruction'])
    .where('revision.state', 'in', ['in-review', 'approved'])
    .execute();
  const toCome = await db
    .selectFrom('release_item')
    .innerJoin('document', 'document.id', 'release_item.document_id')
    .select('document.code_folded')
    .where('release_item.agency_id', '=', agencyId)
    .where('release_item.in_force_from', '>', day)
    .execute();
  const waiting = await db
    .selectFrom(awaitingIn(db, agencyId).as('waits'))
    .innerJoin('document', 'document.id', 'waits.document_id')
    .select('document.code_folded')
    .execute();
  return new Set(
    [...inForce, ...onTheWay, ...toCome, ...waiting].map((row) => row.code_folded ?? '').filter(Boolean),
  );
}

async function legalBasesOf(db: Db, agencyId: string, day: Day): Promise<Map<string, LegalBasisStatus>> {
  const rows = await db
    .selectFrom(legalBasesNow(db, agencyId).as('basis'))
    .select(['key', 'number_sign', 'status', 'replaced_by', 'in_force_from', 'in_force_until'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.key,
      {
        numberSign: row.number_sign,
        status: basisStatusOn(row, day),
        replacedBy: row.replaced_by,
      },
    ]),
  );
}

/** Ids of the last released revision: none of them may get lost. */
async function previousIds(db: Db, documentId: string): Promise<Surroundings['previous']> {
  const last = await db
    .selectFrom('revision')
    .select('id')
    .where('document_id', '=', documentId)
    .where('state', '=', 'released')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return null;
  const steps = await db
    .selectFrom('step')
    .select('key')
    .where('revision_id', '=', last.id)
    .orderBy('sort')
    .execute();
  const sections = await db
    .selectFrom('section')
    .select('key')
    .where('revision_id', '=', last.id)
    .orderBy('sort')
    .execute();
  return { steps: steps.map((row) => row.key), sections: sections.map((row) => row.key) };
}
