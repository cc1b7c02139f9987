import { addDays, type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { listAppointments } from './appointments.server.ts';
import { ownApprovalKinds } from './authority.server.ts';
import { type DelegationSituation, refusalToDelegate } from './delegation.ts';
import type { DelegationEndForm, DelegationForm } from './delegation-form.ts';
import { addDelegationEnd, getDelegation, listDelegations } from './delegations.server.ts';
import { getOfficer } from './officers.server.ts';
import { heldOn, mappedOn } from './on-day-query.server.ts';
import { recordedBy } from './recorded-by.ts';

/** Roles that an officer fills on a day by own positions, without delegations. */
export async function ownRoles(db: Db, actor: Actor, officerId: string, day: Day): Promise<string[]> {
  authorize(actor, 'organization.read');
  const rows = await db
    .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
    .innerJoin(mappedOn(db, actor.agencyId, day).as('mapped'), 'mapped.position_id', 'held.position_id')
    .select('mapped.role_key')
    .distinct()
    .where('held.officer_id', '=', officerId)
    .orderBy('mapped.role_key')
    .execute();
  return rows.map((row) => row.role_key);
}

/** Days of a period on which what an officer holds may differ from the day before, the first included. */
async function daysOfChange(db: Db, actor: Actor, officerId: string, from: Day, until: Day): Promise<Day[]> {
  const appointments = await listAppointments(db, actor, { officerId });
  const changes = appointments.flatMap(({ validFrom, validUntil }) => [
    validFrom,
    ...(validUntil === null ? [] : [addDays(validUntil, 1)]),
  ]);
  return [...new Set([from, until, ...changes.filter((day) => day > from && day < until)])];
}

async function throughout(days: readonly Day[], ask: (day: Day) => Promise<string[]>): Promise<string[]> {
  let always: string[] | undefined;
  for (const day of days) {
    const then = await ask(day);
    always = always === undefined ? then : always.filter((one) => then.includes(one));
  }
  return always ?? [];
}

async function situationOf(db: Db, actor: Actor, input: DelegationForm, now: Instant) {
  const giver = await getOfficer(db, actor, input.fromOfficerId);
  const taker = await getOfficer(db, actor, input.toOfficerId);
  const days = await daysOfChange(db, actor, giver.id, input.validFrom, input.validUntil ?? input.validFrom);
  const situation: DelegationSituation = {
    today: dayOf(now),
    serviceOf: (id) => {
      const officer = [giver, taker].find((one) => one.id === id);
      return officer ? { from: officer.validFrom, until: officer.validUntil } : null;
    },
    ownRoles: await throughout(days, (day) => ownRoles(db, actor, giver.id, day)),
    ownApprovalKinds: await throughout(days, (day) => ownApprovalKinds(db, actor, giver.id, day)),
    existing: (await listDelegations(db, actor)).map((one) => ({
      id: one.id,
      from: one.fromOfficerId,
      to: one.toOfficerId,
      roles: one.roleKeys,
      approvalKinds: one.approvalKinds,
      validFrom: one.validFrom,
      until: one.validUntil,
    })),
  };
  return situation;
}

/** Records a written decision by which an officer hands named tasks or approvals to another, from a day to a day. */
export async function recordDelegation(
  trx: Trx,
  actor: Actor,
  input: DelegationForm,
  now: Instant,
): Promise<string> {
  authorize(actor, 'delegation.record');
  const situation = await situationOf(trx, actor, input, now);
  const proposed = {
    from: input.fromOfficerId,
    to: input.toOfficerId,
    roles: input.roleKeys,
    approvalKinds: input.approvalKinds,
    validFrom: input.validFrom,
    until: input.validUntil,
    conditions: input.conditions,
    decisionNumber: input.decisionNumber,
  };
  const reason = refusalToDelegate(proposed, situation);
  if (reason) throw new Refused(reason.code, reason.details);
  // The rule refused a delegation without an end.
  const until = input.validUntil ?? input.validFrom;
  const id = newId();
  await trx
    .insertInto('delegation')
    .values({
      id,
      agency_id: actor.agencyId,
      from_officer_id: input.fromOfficerId,
      to_officer_id: input.toOfficerId,
      role_keys: JSON.stringify(input.roleKeys),
      approval_kinds: JSON.stringify(input.approvalKinds),
      valid_from: input.validFrom,
      valid_until: until,
      conditions: input.conditions,
      decision_number: input.decisionNumber,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
  await record(trx, actor, {
    action: 'delegation.recorded',
    object: { type: 'delegation', id },
    now,
    payload: { ...proposed },
  });
  return id;
}

/** The delegation runs until the end of a day, not before today: what was done by it stays done by it. */
export async function endDelegation(
  trx: Trx,
  actor: Actor,
  input: DelegationEndForm & { delegationId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'delegation.record');
  const delegation = await getDelegation(trx, actor, input.delegationId);
  if (delegation.validUntil <= input.until) throw new Refused('organization.refusal.already-ended');
  const earliest =
    delegation.validFrom > dayOf(now) ? addDays(delegation.validFrom, -1) : addDays(dayOf(now), -1);
  if (input.until < earliest)
    throw new Refused('organization.refusal.delegation-end-backwards', { day: earliest });
  await addDelegationEnd(trx, actor, input, now);
  await record(trx, actor, {
    action: 'delegation.ended',
    object: { type: 'delegation', id: delegation.id },
    now,
    reason: input.reason,
    payload: { until: input.until },
  });
}

/** Notes that a delegate acted by a delegation, for the delegator to see; in the transaction of the act, before its entry. */
export async function noteDelegationUse(
  trx: Trx,
  actor: Actor,
  use: { delegationId: string; action: string; objectType: string; objectId: string },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('delegation_use')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      delegation_id: use.delegationId,
      action: use.action,
      object_type: use.objectType,
      object_id: use.objectId,
      at: now,
    })
    .execute();
}
