import { sql } from 'kysely';
import type { Day, Db, Instant } from '#db/schema.ts';
import type { RoleMapping } from './role-mapping.ts';

/** A past state "as known at" an instant leaves out what was recorded later. */
const endOfTime: Instant = '9999-12-31T23:59:59.999Z';

/**
 * Appointments held in an agency on a day, acting ones included. An appointment ends on its own last day or on the
 * earliest of its ends, both inclusive.
 */
export function heldOn(db: Db, agencyId: string, day: Day, knownAt: Instant = endOfTime) {
  return db
    .selectFrom('appointment')
    .select([
      'appointment.id',
      'appointment.officer_id',
      'appointment.position_id',
      'appointment.kind',
      'appointment.valid_from',
      'appointment.valid_until',
      'appointment.recorded_at',
    ])
    .where('appointment.agency_id', '=', agencyId)
    .where('appointment.valid_from', '<=', day)
    .where((eb) =>
      eb.or([eb('appointment.valid_until', 'is', null), eb('appointment.valid_until', '>=', day)]),
    )
    .where('appointment.recorded_at', '<=', knownAt)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appointment_end')
            .select('appointment_end.id')
            .whereRef('appointment_end.appointment_id', '=', 'appointment.id')
            .where('appointment_end.until', '<', day)
            .where('appointment_end.recorded_at', '<=', knownAt),
        ),
      ),
    );
}

/** Delegations that run on a day; they expire by themselves. */
export function delegatedOn(db: Db, agencyId: string, day: Day, knownAt: Instant = endOfTime) {
  return db
    .selectFrom('delegation')
    .select([
      'delegation.id',
      'delegation.from_officer_id',
      'delegation.to_officer_id',
      'delegation.role_keys',
      'delegation.approval_kinds',
      'delegation.valid_from',
      'delegation.valid_until',
      'delegation.decision_number',
    ])
    .where('delegation.agency_id', '=', agencyId)
    .where('delegation.valid_from', '<=', day)
    .where('delegation.valid_until', '>=', day)
    .where('delegation.recorded_at', '<=', knownAt)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delegation_end')
            .select('delegation_end.id')
            .whereRef('delegation_end.delegation_id', '=', 'delegation.id')
            .where('delegation_end.until', '<', day)
            .where('delegation_end.recorded_at', '<=', knownAt),
        ),
      ),
    );
}

/** Which position fills which role on a day, per field or (`field` null) for all fields without one of their own. */
export function mappedOn(db: Db, agencyId: string, day: Day) {
  return db
    .selectFrom('role_mapping')
    .select([
      'role_mapping.id',
      'role_mapping.role_key',
      'role_mapping.position_id',
      'role_mapping.field',
      'role_mapping.valid_from',
      'role_mapping.valid_until',
    ])
    .where('role_mapping.agency_id', '=', agencyId)
    .where('role_mapping.valid_from', '<=', day)
    .where((eb) =>
      eb.or([eb('role_mapping.valid_until', 'is', null), eb('role_mapping.valid_until', '>=', day)]),
    );
}

/** A row of `mappedOn` as the pure rule reads it. */
export function mappingOf(row: {
  role_key: string;
  position_id: string;
  field: string | null;
  valid_from: Day;
  valid_until: Day | null;
}): RoleMapping {
  return {
    role: row.role_key,
    position: row.position_id,
    field: row.field,
    from: row.valid_from,
    until: row.valid_until,
  };
}

/** The last day of an appointment of the outer query: its own or the earliest of its ends; null = open. */
export const lastDayHeld = sql<Day | null>`case
  when (select min(e.until) from appointment_end e where e.appointment_id = appointment.id) is null
    then appointment.valid_until
  when appointment.valid_until is null
    or (select min(e.until) from appointment_end e where e.appointment_id = appointment.id) < appointment.valid_until
    then (select min(e.until) from appointment_end e where e.appointment_id = appointment.id)
  else appointment.valid_until end`;

/** The last day of a delegation of the outer query. */
export const lastDayDelegated = sql<Day>`case
  when (select min(e.until) from delegation_end e where e.delegation_id = delegation.id) < delegation.valid_until
    then (select min(e.until) from delegation_end e where e.delegation_id = delegation.id)
  else delegation.valid_until end`;
