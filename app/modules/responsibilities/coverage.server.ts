import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import { listPositions, type StaffedPosition } from '#app/modules/organization/positions.server.ts';
import { positionsOfRole } from '#app/modules/organization/role-mapping.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';

async function mappingsOf(db: Db, agencyId: string, day: Day) {
  return (await mappedOn(db, agencyId, day).execute()).map(mappingOf);
}

/** How many duties of the revisions in force each position has on a day, by position id. */
export async function dutyCounts(db: Db, actor: Actor, day: Day): Promise<Map<string, number>> {
  authorize(actor, 'duty.read');
  const groups = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('in_force'))
    .innerJoin('duty', 'duty.revision_id', 'in_force.revision_id')
    .innerJoin('revision', 'revision.id', 'in_force.revision_id')
    .select((eb) => ['duty.role_key', 'revision.field', eb.fn.countAll().as('duties')])
    .groupBy(['duty.role_key', 'revision.field'])
    .execute();
  const mappings = await mappingsOf(db, actor.agencyId, day);
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const id of positionsOfRole(group.role_key, group.field, day, mappings)) {
      counts.set(id, (counts.get(id) ?? 0) + Number(group.duties));
    }
  }
  return counts;
}

export interface PositionLoad extends StaffedPosition {
  duties: number;
}

/** Positions of a day with holders and number of duties, in the order of units. */
export async function listLoads(
  db: Db,
  actor: Actor,
  day: Day,
  filter: { unitId?: string } = {},
): Promise<PositionLoad[]> {
  const counts = await dutyCounts(db, actor, day);
  const positions = await listPositions(db, actor, day, filter);
  return positions.map((position) => ({ ...position, duties: counts.get(position.id) ?? 0 }));
}

export interface UnfilledRole {
  roleKey: string;
  roleNameVi: string;
  roleNameEn: string;
  field: string | null;
  /** `unmapped`: no position fills the role; `vacant`: positions do, nobody holds one. */
  reason: 'unmapped' | 'vacant';
  positions: { id: string; nameVi: string; nameEn: string }[];
  documents: { id: string; code: string | null; titleVi: string; titleEn: string | null; steps: number }[];
}

async function namedRoles(db: Db, agencyId: string, day: Day) {
  return db
    .selectFrom(inForceOn(db, agencyId, day).as('in_force'))
    .innerJoin('duty', 'duty.revision_id', 'in_force.revision_id')
    .innerJoin('revision', 'revision.id', 'in_force.revision_id')
    .innerJoin('document', 'document.id', 'in_force.document_id')
    .leftJoin('role', (join) =>
      join.onRef('role.key', '=', 'duty.role_key').on('role.agency_id', '=', agencyId),
    )
    .select((eb) => [
      'duty.role_key as roleKey',
      'role.kind',
      'role.name_vi as roleNameVi',
      'role.name_en as roleNameEn',
      'revision.field',
      'document.id',
      'document.code',
      'revision.title_vi as titleVi',
      'revision.title_en as titleEn',
      eb.fn.count('duty.step_id').distinct().as('steps'),
    ])
    .groupBy([
      'duty.role_key',
      'role.kind',
      'role.name_vi',
      'role.name_en',
      'revision.field',
      'document.id',
      'document.code',
      'revision.title_vi',
      'revision.title_en',
    ])
    .orderBy('duty.role_key')
    .orderBy('revision.field')
    .orderBy('document.code')
    .limit(20_000)
    .execute();
}

/** Roles of this office that documents in force name and nobody fills on a day: what is asked of no one. */
export async function listUnfilledRoles(db: Db, actor: Actor, day: Day): Promise<UnfilledRole[]> {
  authorize(actor, 'duty.read');
  const named = await namedRoles(db, actor.agencyId, day);
  const mappings = await mappingsOf(db, actor.agencyId, day);
  const positions = new Map((await listPositions(db, actor, day)).map((one) => [one.id, one]));
  const unfilled = new Map<string, UnfilledRole>();
  for (const row of named) {
    if (row.kind !== null && row.kind !== 'own') continue;
    const filling = positionsOfRole(row.roleKey, row.field, day, mappings).flatMap(
      (id) => positions.get(id) ?? [],
    );
    if (filling.some((position) => position.holders.length > 0)) continue;
    const key = `${row.roleKey}@${row.field ?? ''}`;
    const known = unfilled.get(key) ?? {
      roleKey: row.roleKey,
      roleNameVi: row.roleNameVi ?? row.roleKey,
      roleNameEn: row.roleNameEn ?? row.roleKey,
      field: row.field,
      reason: filling.length === 0 ? 'unmapped' : 'vacant',
      positions: filling.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
      documents: [],
    };
    const { id, code, titleVi, titleEn, steps } = row;
    known.documents.push({ id, code, titleVi, titleEn, steps: Number(steps) });
    unfilled.set(key, known);
  }
  return [...unfilled.values()];
}
