import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import type { AuthorityHeld } from './signing.ts';
import { type NamedPosition, type SigningWords, signingWords } from './signing-words.ts';

export interface SigningPlace extends SigningWords {
  /** The position signed in, or whose authority is used. */
  positionId: string | null;
  delegationId: string | null;
}

/** In what place an officer signs on a day: by the authority used, else in the first official position held. */
export async function signingPlace(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
  day: Day,
  by: AuthorityHeld | null,
): Promise<SigningPlace> {
  const held = await positionsOn(db, agencyId, officerId, day);
  const given = by?.delegator ? await positionsOn(db, agencyId, by.delegator, day) : held;
  const used = given.find((one) => one.id === by?.position);
  const words = signingWords({
    own: held,
    acting: held.filter((one) => one.kind !== 'official').map((one) => one.id),
    authority: by ? (used ?? given[0] ?? null) : null,
    delegated: by?.delegation != null,
    headOfUnit: used ? await headOf(db, agencyId, used.unitId) : null,
  });
  return {
    ...words,
    positionId: used?.id ?? held[0]?.id ?? null,
    delegationId: by?.delegation ?? null,
  };
}

/** Official positions first, then in the order of the organisation. */
async function positionsOn(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
  day: Day,
): Promise<(NamedPosition & { kind: string })[]> {
  const rows = await db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select(['position.id', 'position.name_vi', 'position.unit_id', 'position.is_head', 'held.kind'])
    .where('held.officer_id', '=', officerId)
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name_vi,
    unitId: row.unit_id,
    isHead: row.is_head === 1,
    kind: row.kind,
  }));
}

async function headOf(db: Db | Trx, agencyId: string, unitId: string): Promise<string | null> {
  const head = await db
    .selectFrom('position')
    .select('name_vi')
    .where('agency_id', '=', agencyId)
    .where('unit_id', '=', unitId)
    .where('is_head', '=', 1)
    .orderBy('sort')
    .executeTakeFirst();
  return head?.name_vi ?? null;
}
