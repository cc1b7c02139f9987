import { addDays, type Day } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { addAppointmentEnd, listAppointments } from './appointments.server.ts';
import { addDelegationEnd, listDelegations } from './delegations.server.ts';
import type { LeavingForm, OfficerForm } from './officer.ts';
import { findOfficerByKey, getOfficer } from './officers.server.ts';

/** A new officer, or with `id` the corrected name, address and first day of one; the key never changes. */
export async function recordOfficer(
  trx: Trx,
  actor: Actor,
  input: OfficerForm & { id?: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'organization.maintain');
  const known = input.id ? await getOfficer(trx, actor, input.id) : null;
  if (!known && (await findOfficerByKey(trx, actor, input.key)))
    throw new Refused('organization.refusal.key-in-use');
  const id = known?.id ?? newId();
  const facts = { name: input.name, email: input.email, valid_from: input.validFrom, recorded_at: now };
  if (known) {
    await trx.updateTable('officer').set(facts).where('id', '=', id).execute();
  } else {
    await trx
      .insertInto('officer')
      .values({ id, agency_id: actor.agencyId, key: input.key, valid_until: null, ...facts })
      .execute();
  }
  await record(trx, actor, {
    action: 'officer.recorded',
    object: { type: 'officer', id },
    now,
    payload: { key: known?.key ?? input.key, before: known, after: facts },
  });
  return id;
}

async function endEverythingAfter(trx: Trx, actor: Actor, officerId: string, until: Day, now: Instant) {
  const reason = 'officer-left';
  for (const held of await listAppointments(trx, actor, { officerId })) {
    if (held.validUntil !== null && held.validUntil <= until) continue;
    const last = held.validFrom > until ? addDays(held.validFrom, -1) : until;
    await addAppointmentEnd(trx, actor, { appointmentId: held.id, until: last, reason }, now);
  }
  for (const delegation of await listDelegations(trx, actor, { officerId })) {
    if (delegation.validUntil <= until) continue;
    const last = delegation.validFrom > until ? addDays(delegation.validFrom, -1) : until;
    await addDelegationEnd(trx, actor, { delegationId: delegation.id, until: last, reason }, now);
  }
}

/** The officer's last day in service: appointments and delegations end with it, nothing is deleted. */
export async function officerLeaves(
  trx: Trx,
  actor: Actor,
  input: LeavingForm & { officerId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'organization.maintain');
  const officer = await getOfficer(trx, actor, input.officerId);
  if (officer.validUntil !== null)
    throw new Refused('organization.refusal.left-already', { day: officer.validUntil });
  if (input.until < officer.validFrom) throw new Refused('organization.refusal.end-before-start');
  await trx.updateTable('officer').set({ valid_until: input.until }).where('id', '=', officer.id).execute();
  await endEverythingAfter(trx, actor, officer.id, input.until, now);
  await record(trx, actor, {
    action: 'officer.left',
    object: { type: 'officer', id: officer.id },
    now,
    ...(input.reason === '' ? {} : { reason: input.reason }),
    payload: { key: officer.key, until: input.until },
  });
}
