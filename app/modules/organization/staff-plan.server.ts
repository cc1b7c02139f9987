import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { type Held, refusalToAppoint } from './appointment.ts';
import { lastDayHeld } from './on-day-query.server.ts';
import { readStaffList, type StaffFinding, type StaffRow } from './staff-list.ts';

export interface PlannedAppointment extends StaffRow {
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
  /** What applying would do: record officer and appointment, the appointment only, or nothing. */
  does: 'officer-and-appointment' | 'appointment' | 'nothing';
}

export interface StaffPlan {
  rows: PlannedAppointment[];
  findings: StaffFinding[];
  newOfficers: number;
  newAppointments: number;
  unchanged: number;
}

interface KnownOfficer extends Held {
  id: string;
  name: string;
}

interface KnownPosition extends Held {
  id: string;
  nameVi: string;
  nameEn: string;
}

interface Known {
  officers: Map<string, KnownOfficer>;
  positions: Map<string, KnownPosition>;
  /** Appointments by officer key and position key. */
  held: Map<string, Held[]>;
}

async function whatIsKnown(db: Db, agencyId: string): Promise<Known> {
  const officers = await db
    .selectFrom('officer')
    .select(['id', 'key', 'name', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('agency_id', '=', agencyId)
    .execute();
  const positions = await db
    .selectFrom('position')
    .select([
      'id',
      'key',
      'name_vi as nameVi',
      'name_en as nameEn',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .where('agency_id', '=', agencyId)
    .execute();
  const appointments = await db
    .selectFrom('appointment')
    .innerJoin('officer', 'officer.id', 'appointment.officer_id')
    .innerJoin('position', 'position.id', 'appointment.position_id')
    .select([
      'officer.key as officer',
      'position.key as position',
      'appointment.valid_from as validFrom',
      lastDayHeld.as('validUntil'),
    ])
    .where('appointment.agency_id', '=', agencyId)
    .execute();
  const held = new Map<string, Held[]>();
  for (const one of appointments) keep(held, `${one.officer} ${one.position}`, one);
  return {
    officers: new Map(officers.map((one) => [one.key, one])),
    positions: new Map(positions.map((one) => [one.key, one])),
    held,
  };
}

function keep(held: Map<string, Held[]>, key: string, one: Held): void {
  const list = held.get(key);
  if (list) list.push(one);
  else held.set(key, [one]);
}

function planRow(row: StaffRow, known: Known, newcomers: Set<string>, findings: StaffFinding[]) {
  const position = known.positions.get(row.position);
  if (!position) {
    if (row.position !== '')
      findings.push({
        line: row.line,
        column: 'position',
        code: 'organization.import.position-unknown',
        value: row.position,
      });
    return null;
  }
  const officer = known.officers.get(row.officer);
  if (officer && row.name !== '' && officer.name !== row.name)
    findings.push({
      line: row.line,
      column: 'name',
      code: 'organization.import.name-recorded',
      value: officer.name,
    });
  if (row.from === '') return null;
  const asked = { validFrom: row.from, validUntil: row.until };
  const key = `${row.officer} ${row.position}`;
  const others = known.held.get(key) ?? [];
  const planned = {
    ...row,
    positionId: position.id,
    positionNameVi: position.nameVi,
    positionNameEn: position.nameEn,
  };
  if (others.some((other) => other.validFrom === asked.validFrom && other.validUntil === asked.validUntil))
    return { ...planned, does: 'nothing' as const };
  const service = officer ?? { validFrom: asked.validFrom, validUntil: null };
  const reason = refusalToAppoint(asked, service, position, others);
  if (reason)
    findings.push({
      line: row.line,
      column: 'from',
      code: reason.code,
      value: String(reason.details.day ?? ''),
    });
  keep(known.held, key, asked);
  const first = !officer && !newcomers.has(row.officer);
  newcomers.add(row.officer);
  return { ...planned, does: first ? ('officer-and-appointment' as const) : ('appointment' as const) };
}

/** What importing a list would do, and every mistake in it; changes nothing. */
export async function planStaffImport(db: Db, actor: Actor, text: string): Promise<StaffPlan> {
  authorize(actor, 'organization.maintain');
  const { rows, findings } = readStaffList(text);
  const known = await whatIsKnown(db, actor.agencyId);
  const newcomers = new Set<string>();
  const planned = rows.flatMap((row) => planRow(row, known, newcomers, findings) ?? []);
  return {
    rows: planned,
    findings: findings.sort((a, b) => a.line - b.line),
    newOfficers: planned.filter((row) => row.does === 'officer-and-appointment').length,
    newAppointments: planned.filter((row) => row.does !== 'nothing').length,
    unchanged: planned.filter((row) => row.does === 'nothing').length,
  };
}
