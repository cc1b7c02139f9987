import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { heldOn, mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import type { RoleMapping } from '#app/modules/organization/role-mapping.ts';
import type { Day, Db } from '#db/schema.ts';
import { inReadingOrder, letterOf, readKeys, readTimes, type StepDuty } from './duty.ts';

/** Duties named for some roles by the revisions in force on a day, in reading order. */
export async function stepDutiesOfRoles(
  db: Db,
  agencyId: string,
  roleKeys: readonly string[],
  day: Day,
): Promise<StepDuty[]> {
  if (roleKeys.length === 0) return [];
  const rows = await db
    .selectFrom(inForceOn(db, agencyId, day).as('in_force'))
    .innerJoin('duty', 'duty.revision_id', 'in_force.revision_id')
    .innerJoin('step', 'step.id', 'duty.step_id')
    .innerJoin('revision', 'revision.id', 'in_force.revision_id')
    .innerJoin('document', 'document.id', 'in_force.document_id')
    .select([
      'duty.id as dutyId',
      'in_force.document_id as documentId',
      'in_force.revision_id as revisionId',
      'document.code',
      'revision.title_vi as titleVi',
      'revision.title_en as titleEn',
      'revision.field',
      'step.key as stepKey',
      'step.sort as stepOrder',
      'step.title as stepTitle',
      'step.times',
      'step.forms',
      'step.result',
      'duty.letter',
      'duty.role_key as roleKey',
    ])
    .where('duty.role_key', 'in', [...roleKeys])
    .limit(50_000)
    .execute();
  const lists = remembered(readKeys);
  const times = remembered(readTimes);
  return rows
    .map((row): StepDuty => {
      return { ...row, letter: letterOf.parse(row.letter), times: times(row.times), forms: lists(row.forms) };
    })
    .sort(inReadingOrder);
}

/** The same few lists stand at hundreds of duties. */
function remembered<T>(read: (json: string) => T): (json: string) => T {
  const known = new Map<string, T>();
  return (json) => {
    let value = known.get(json);
    if (value === undefined) {
      value = read(json);
      known.set(json, value);
    }
    return value;
  };
}

/** Every mapping of every role that one of these positions fills on a day: enough to settle role by field. */
export async function mappingsAround(
  db: Db,
  agencyId: string,
  positionIds: readonly string[],
  day: Day,
): Promise<RoleMapping[]> {
  if (positionIds.length === 0) return [];
  const rows = await mappedOn(db, agencyId, day)
    .where(
      'role_mapping.role_key',
      'in',
      db
        .selectFrom(mappedOn(db, agencyId, day).as('own'))
        .select('own.role_key')
        .where('own.position_id', 'in', [...positionIds]),
    )
    .execute();
  return rows.map(mappingOf);
}

export interface Held {
  officerId: string;
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
  kind: string;
}

/** What some officers hold on a day, official positions first. */
export async function positionsHeldBy(
  db: Db,
  agencyId: string,
  officerIds: readonly string[],
  day: Day,
): Promise<Held[]> {
  return db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select([
      'held.officer_id as officerId',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'held.kind',
    ])
    .where('held.officer_id', 'in', [...officerIds])
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort')
    .execute();
}
