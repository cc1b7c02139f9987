import { listPositions } from '#app/modules/organization/positions.server.ts';
import { positionsOfRole } from '#app/modules/organization/role-mapping.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import type { Duty, StepDuty } from './duty.ts';
import { mappingsAround, stepDutiesOfRoles, type Way, waysTo } from './step-duties.server.ts';

/** Each duty once, by its strongest way: own position before acting before delegation, the order `ways` come in. */
async function dutiesBy(db: Db, agencyId: string, ways: readonly Way[], day: Day): Promise<Duty[]> {
  const positionIds = [...new Set(ways.map((way) => way.through.positionId))];
  const mappings = await mappingsAround(db, agencyId, positionIds, day);
  const roleKeys = [
    ...new Set(mappings.filter((one) => positionIds.includes(one.position)).map((one) => one.role)),
  ];
  const wayTo = new Map<string, Way | undefined>();
  const settle = ({ roleKey, field }: StepDuty) => {
    const key = `${roleKey}@${field ?? ''}`;
    if (!wayTo.has(key)) {
      const positions = positionsOfRole(roleKey, field, day, mappings);
      wayTo.set(
        key,
        ways.find(
          (way) =>
            positions.includes(way.through.positionId) &&
            (way.roleKeys === null || way.roleKeys.has(roleKey)),
        ),
      );
    }
    return wayTo.get(key);
  };
  return (await stepDutiesOfRoles(db, agencyId, roleKeys, day)).flatMap((duty) => {
    const way = settle(duty);
    return way ? [{ ...duty, through: way.through }] : [];
  });
}

/**
 * What the revisions in force on a day ask of an officer: duty × role (by the document's field) × position held that
 * day, acting ones too, and × running delegations. In reading order: code, step, letter.
 */
export async function dutiesOfOfficer(db: Db, actor: Actor, officerId: string, day: Day): Promise<Duty[]> {
  authorize(actor, actor.officerId === officerId ? 'duty.read-own' : 'duty.read');
  return dutiesBy(db, actor.agencyId, await waysTo(db, actor.agencyId, officerId, day), day);
}

/** What the revisions in force on a day ask of some positions, whoever holds them. */
export async function dutiesOfPositions(
  db: Db,
  actor: Actor,
  positions: readonly { id: string; nameVi: string; nameEn: string }[],
  day: Day,
): Promise<Duty[]> {
  authorize(actor, 'duty.read');
  const ways = positions.map(({ id, nameVi, nameEn }): Way => {
    return {
      through: { kind: 'appointment', positionId: id, positionNameVi: nameVi, positionNameEn: nameEn },
      roleKeys: null,
    };
  });
  return dutiesBy(db, actor.agencyId, ways, day);
}

export async function dutiesOfPosition(
  db: Db,
  actor: Actor,
  position: { id: string; nameVi: string; nameEn: string },
  day: Day,
): Promise<Duty[]> {
  return dutiesOfPositions(db, actor, [position], day);
}

/** What is asked of a unit: each duty once, at the first of its positions that has it. */
export async function dutiesOfUnit(db: Db, actor: Actor, unitId: string, day: Day): Promise<Duty[]> {
  return dutiesOfPositions(db, actor, await listPositions(db, actor, day, { unitId }), day);
}
