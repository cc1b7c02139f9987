import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import {
  type AppointmentEndForm,
  type AppointmentForm,
  refusalToAppoint,
  refusalToEnd,
} from './appointment.ts';
import { getOfficer } from './officers.server.ts';
import { heldOn, lastDayHeld } from './on-day-query.server.ts';
import { getPosition } from './positions.server.ts';
import { recordedBy } from './recorded-by.ts';

export interface Appointment {
  id: string;
  officerId: string;
  officerName: string;
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
  unitId: string;
  kind: string;
  validFrom: Day;
  /** Effective last day: its own or the earliest of its ends; null = open. */
  validUntil: Day | null;
  decision: string | null;
  recordedAt: Instant;
}

function appointmentsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('appointment')
    .innerJoin('officer', 'officer.id', 'appointment.officer_id')
    .innerJoin('position', 'position.id', 'appointment.position_id')
    .select([
      'appointment.id',
      'appointment.officer_id as officerId',
      'officer.name as officerName',
      'appointment.position_id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'position.unit_id as unitId',
      'appointment.kind',
      'appointment.valid_from as validFrom',
      lastDayHeld.as('validUntil'),
      'appointment.decision',
      'appointment.recorded_at as recordedAt',
    ])
    .where('appointment.agency_id', '=', actor.agencyId);
}

/** Every appointment of an officer, past and coming, the latest first. */
export async function listAppointments(
  db: Db,
  actor: Actor,
  of: { officerId: string } | { positionId: string },
): Promise<Appointment[]> {
  authorize(actor, 'organization.read');
  const query = appointmentsOf(db, actor)
    .orderBy('appointment.valid_from', 'desc')
    .orderBy('appointment.recorded_at', 'desc')
    .orderBy('appointment.id')
    .limit(500);
  return 'officerId' in of
    ? query.where('appointment.officer_id', '=', of.officerId).execute()
    : query.where('appointment.position_id', '=', of.positionId).execute();
}

export async function getAppointment(db: Db, actor: Actor, id: string): Promise<Appointment> {
  authorize(actor, 'organization.read');
  const found = await appointmentsOf(db, actor).where('appointment.id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound();
  return found;
}

export interface PositionOfOfficer {
  appointmentId: string;
  /** official | acting */
  kind: string;
  positionId: string;
  positionKey: string;
  nameVi: string;
  nameEn: string;
  isHead: boolean;
  unitId: string;
  unitKey: string;
  unitNameVi: string;
  unitNameEn: string;
}

/** What an officer holds on a day, official positions first, heads before others. */
export async function positionsOfOfficer(
  db: Db,
  actor: Actor,
  officerId: string,
  day: Day,
): Promise<PositionOfOfficer[]> {
  authorize(actor, 'organization.read');
  const rows = await db
    .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .innerJoin('unit', 'unit.id', 'position.unit_id')
    .select([
      'held.id as appointmentId',
      'held.kind',
      'position.id as positionId',
      'position.key as positionKey',
      'position.name_vi as nameVi',
      'position.name_en as nameEn',
      'position.is_head',
      'unit.id as unitId',
      'unit.key as unitKey',
      'unit.name_vi as unitNameVi',
      'unit.name_en as unitNameEn',
    ])
    .where('held.officer_id', '=', officerId)
    .orderBy('held.kind', 'desc')
    .orderBy('position.is_head', 'desc')
    .orderBy('unit.sort')
    .orderBy('position.sort')
    .limit(50)
    .execute();
  return rows.map(({ is_head, ...row }) => ({ ...row, isHead: is_head === 1 }));
}

/** An officer takes a position from a day on, officially or acting. A late entry stays visible by its recorded day. */
export async function appoint(
  trx: Trx,
  actor: Actor,
  input: AppointmentForm & { officerId: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'organization.maintain');
  const officer = await getOfficer(trx, actor, input.officerId);
  const position = await getPosition(trx, actor, input.positionId);
  const others = (await listAppointments(trx, actor, { officerId: officer.id })).filter(
    (other) => other.positionId === position.id,
  );
  const reason = refusalToAppoint(input, officer, position, others);
  if (reason) throw new Refused(reason.code, reason.details);
  const id = newId();
  await trx
    .insertInto('appointment')
    .values({
      id,
      agency_id: actor.agencyId,
      officer_id: officer.id,
      position_id: position.id,
      kind: input.kind,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      decision: input.decision === '' ? null : input.decision,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
  await record(trx, actor, {
    action: 'appointment.recorded',
    object: { type: 'appointment', id },
    now,
    payload: { officer: officer.key, position: position.key, kind: input.kind, from: input.validFrom },
  });
  return id;
}

/** Adds an end to an appointment without journal entry; for commands that record one entry for several ends. */
export async function addAppointmentEnd(
  trx: Trx,
  actor: Actor,
  end: { appointmentId: string; until: Day; reason: string },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('appointment_end')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      appointment_id: end.appointmentId,
      until: end.until,
      reason: end.reason,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
}

/** The officer holds the position until the end of a day; the appointment itself stays as it was recorded. */
export async function endAppointment(
  trx: Trx,
  actor: Actor,
  input: AppointmentEndForm & { appointmentId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'organization.maintain');
  const appointment = await getAppointment(trx, actor, input.appointmentId);
  const reason = refusalToEnd(appointment, input.until);
  if (reason) throw new Refused(reason.code, reason.details);
  await addAppointmentEnd(trx, actor, input, now);
  await record(trx, actor, {
    action: 'appointment.ended',
    object: { type: 'appointment', id: appointment.id },
    now,
    reason: input.reason,
    payload: { until: input.until },
  });
}
