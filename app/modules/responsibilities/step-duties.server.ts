import { sql } from 'kysely';
import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { delegatedOn, heldOn, mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import type { RoleMapping } from '#app/modules/organization/role-mapping.ts';
import type { Day, Db } from '#db/schema.ts';
import { inReadingOrder, readKeys, readLetter, readTimes, type StepDuty, type Through } from './duty.ts';

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
    .where('duty.agency_id', '=', agencyId)
    .where('duty.role_key', 'in', [...roleKeys])
    .limit(50_000)
    .execute();
  const lists = remembered(readKeys);
  const times = remembered(readTimes);
  return rows
    .map((row): StepDuty => {
      return { ...row, letter: readLetter(row.letter), times: times(row.times), forms: lists(row.forms) };
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
        .selectFrom('role_mapping as own')
        .select('own.role_key')
        .where('own.position_id', 'in', [...positionIds]),
    )
    .execute();
  return rows.map(mappingOf);
}

/** One way in which steps come to a person: a position, and for a delegation only its roles. */
export interface Way {
  through: Through;
  roleKeys: ReadonlySet<string> | null;
}

/**
 * The ways in which steps come to an officer on a day, the strongest first: official positions, acting ones, then
 * running delegations by the positions their givers hold that day.
 */
export async function waysTo(db: Db, agencyId: string, officerId: string, day: Day): Promise<Way[]> {
  const rows = await db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .innerJoin('officer', 'officer.id', 'held.officer_id')
    .leftJoin(delegatedOn(db, agencyId, day).as('given'), (join) =>
      join.onRef('given.from_officer_id', '=', 'held.officer_id').on('given.to_officer_id', '=', officerId),
    )
    .select([
      'held.officer_id as holder',
      'officer.name as holderName',
      'held.kind',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'given.id as delegationId',
      'given.role_keys as roleKeys',
      'given.valid_until as validUntil',
    ])
    // Named one by one, so that the database looks at these officers only and not at everyone's appointments.
    .where(
      'held.officer_id',
      'in',
      sql<string>`(select cast(${officerId} as text) union
        select from_officer_id from delegation where to_officer_id = ${officerId})`,
    )
    .where((eb) => eb.or([eb('held.officer_id', '=', officerId), eb('given.id', 'is not', null)]))
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort')
    .orderBy('given.valid_from')
    .execute();
  const ways = rows.map((row): Way => {
    const { positionId, positionNameVi, positionNameEn, delegationId, roleKeys, validUntil } = row;
    const position = { positionId, positionNameVi, positionNameEn };
    if (delegationId === null || roleKeys === null || validUntil === null) {
      const kind = row.kind === 'acting' ? 'acting' : 'appointment';
      return { through: { kind, ...position }, roleKeys: null };
    }
    return {
      through: { kind: 'delegation', delegationId, fromOfficerName: row.holderName, validUntil, ...position },
      roleKeys: new Set(readKeys(roleKeys)),
    };
  });
  return ways.sort((a, b) => strength[a.through.kind] - strength[b.through.kind]);
}

const strength = { appointment: 0, acting: 1, delegation: 2 } as const;
