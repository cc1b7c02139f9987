import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import { recordedBy } from './recorded-by.ts';
import type { StaffRow } from './staff-list.ts';
import { planStaffImport, type StaffPlan } from './staff-plan.server.ts';

async function insertOfficers(trx: Trx, actor: Actor, rows: readonly StaffRow[], now: Instant) {
  const known = await trx
    .selectFrom('officer')
    .select(['id', 'key'])
    .where('agency_id', '=', actor.agencyId)
    .execute();
  const ids = new Map(known.map((one) => [one.key, one.id]));
  for (const row of rows) {
    if (ids.has(row.officer)) continue;
    const id = newId();
    ids.set(row.officer, id);
    await trx
      .insertInto('officer')
      .values({
        id,
        agency_id: actor.agencyId,
        key: row.officer,
        name: row.name,
        email: row.email,
        valid_from: firstDayOf(row.officer, rows),
        valid_until: null,
        recorded_at: now,
      })
      .execute();
  }
  return ids;
}

function firstDayOf(officer: string, rows: readonly StaffRow[]): Day {
  const days = rows.filter((row) => row.officer === officer).map((row) => row.from);
  return days.sort()[0] ?? '';
}

/** Records the officers and appointments of a list, all or nothing; what is recorded already stays as it is. */
export async function importStaff(
  trx: Trx,
  actor: Actor,
  input: { text: string },
  now: Instant,
): Promise<StaffPlan> {
  authorize(actor, 'organization.maintain');
  const plan = await planStaffImport(trx, actor, input.text);
  if (plan.findings.length > 0)
    throw new Refused('organization.refusal.list-has-mistakes', { count: plan.findings.length });
  const rows = plan.rows.filter((row) => row.does !== 'nothing');
  if (rows.length === 0) throw new Refused('organization.refusal.nothing-new');
  const officerIds = await insertOfficers(trx, actor, rows, now);
  for (const row of rows) {
    await trx
      .insertInto('appointment')
      .values({
        id: newId(),
        agency_id: actor.agencyId,
        officer_id: officerIds.get(row.officer) ?? '',
        position_id: row.positionId,
        kind: 'official',
        valid_from: row.from,
        valid_until: row.until,
        decision: row.decision,
        recorded_at: now,
        recorded_by: recordedBy(actor),
      })
      .execute();
  }
  await record(trx, actor, {
    action: 'organization.imported',
    object: { type: 'agency', id: actor.agencyId },
    now,
    payload: { officers: plan.newOfficers, appointments: plan.newAppointments },
  });
  return plan;
}
