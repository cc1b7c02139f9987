import { mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import { listPositions, type StaffedPosition } from '#app/modules/organization/positions.server.ts';
import { positionsOfRole } from '#app/modules/organization/role-mapping.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import type { StepDuty } from './duty.ts';
import { stepDutiesOfRoles } from './step-duties.server.ts';

export interface DutyLine {
  position: StaffedPosition;
  duty: StepDuty;
}

/** Every duty of the revisions in force beside every position that has it: the matrix of work and people of a day. */
export async function listDutyLines(
  db: Db,
  actor: Actor,
  day: Day,
  filter: { unitId?: string } = {},
): Promise<DutyLine[]> {
  authorize(actor, 'duty.read');
  const mappings = (await mappedOn(db, actor.agencyId, day).execute()).map(mappingOf);
  const positions = await listPositions(db, actor, day, filter);
  const roleKeys = [...new Set(mappings.map((mapping) => mapping.role))];
  const duties = await stepDutiesOfRoles(db, actor.agencyId, roleKeys, day);
  const byPosition = new Map<string, StepDuty[]>(positions.map(({ id }) => [id, []]));
  const filling = new Map<string, string[]>();
  for (const duty of duties) {
    const key = `${duty.roleKey}@${duty.field ?? ''}`;
    const ids = filling.get(key) ?? positionsOfRole(duty.roleKey, duty.field, day, mappings);
    filling.set(key, ids);
    for (const id of ids) byPosition.get(id)?.push(duty);
  }
  return positions.flatMap((position) =>
    (byPosition.get(position.id) ?? []).map((duty) => ({ position, duty })),
  );
}
