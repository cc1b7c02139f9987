import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { keyList } from './delegations.server.ts';
import { delegatedOn, heldOn, mappedOn, mappingOf } from './on-day-query.server.ts';
import { positionsOfRole } from './role-mapping.ts';

export interface RoleHolder {
  officerId: string;
  officerKey: string;
  officerName: string;
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
  unitId: string;
  through: 'appointment' | 'acting' | 'delegation';
  /** Set when through a delegation; the position is then the delegator's. */
  delegationId: string | null;
}

/**
 * Positions that fill a role in documents of a field on a day: those mapped for this field, else those mapped for all.
 */
export async function positionIdsOfRole(
  db: Db,
  actor: Actor,
  roleKey: string,
  field: string | null,
  day: Day,
): Promise<string[]> {
  authorize(actor, 'organization.read');
  const rows = await mappedOn(db, actor.agencyId, day).where('role_mapping.role_key', '=', roleKey).execute();
  return positionsOfRole(roleKey, field, day, rows.map(mappingOf));
}

/** Who fills a role in documents of a field on a day: by appointment, acting, or by a running delegation of the role. */
export async function officersOfRole(
  db: Db,
  actor: Actor,
  roleKey: string,
  field: string | null,
  day: Day,
): Promise<RoleHolder[]> {
  const positionIds = await positionIdsOfRole(db, actor, roleKey, field, day);
  if (positionIds.length === 0) return [];
  const held = await db
    .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
    .innerJoin('officer', 'officer.id', 'held.officer_id')
    .innerJoin('position', 'position.id', 'held.position_id')
    .select([
      'officer.id as officerId',
      'officer.key as officerKey',
      'officer.name as officerName',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'position.unit_id as unitId',
      'held.kind',
    ])
    .where('held.position_id', 'in', positionIds)
    .orderBy('position.sort')
    .orderBy('held.kind', 'desc')
    .orderBy('officer.key')
    .limit(5000)
    .execute();
  const own = held.map(({ kind, ...row }): RoleHolder => {
    return { ...row, through: kind === 'acting' ? 'acting' : 'appointment', delegationId: null };
  });
  return [...own, ...(await delegatesOf(db, actor, roleKey, own, day))];
}

async function delegatesOf(
  db: Db,
  actor: Actor,
  roleKey: string,
  own: readonly RoleHolder[],
  day: Day,
): Promise<RoleHolder[]> {
  const rows = await db
    .selectFrom(delegatedOn(db, actor.agencyId, day).as('given'))
    .innerJoin('officer', 'officer.id', 'given.to_officer_id')
    .select([
      'given.id as delegationId',
      'given.from_officer_id',
      'given.role_keys',
      'officer.id as officerId',
      'officer.key as officerKey',
      'officer.name as officerName',
    ])
    .orderBy('officer.key')
    .limit(1000)
    .execute();
  return rows
    .filter((row) => keyList.parse(JSON.parse(row.role_keys)).includes(roleKey))
    .flatMap(({ from_officer_id, role_keys: _named, ...delegate }) =>
      own
        .filter((holder) => holder.officerId === from_officer_id)
        .map((holder): RoleHolder => ({ ...holder, ...delegate, through: 'delegation' })),
    );
}
