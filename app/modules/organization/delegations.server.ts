import { z } from 'zod';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { delegatedOn, lastDayDelegated } from './on-day-query.server.ts';
import { recordedBy } from './recorded-by.ts';

export interface Delegation {
  id: string;
  fromOfficerId: string;
  fromOfficerName: string;
  toOfficerId: string;
  toOfficerName: string;
  /** Roles whose tasks are delegated. */
  roleKeys: string[];
  /** Kinds of document whose approval is delegated. */
  approvalKinds: string[];
  validFrom: Day;
  /** Effective last day: its own or the earliest of its ends. */
  validUntil: Day;
  conditions: string;
  decisionNumber: string;
  recordedAt: Instant;
}

export const keyList = z.array(z.string());

function delegationsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('delegation')
    .innerJoin('officer as giver', 'giver.id', 'delegation.from_officer_id')
    .innerJoin('officer as taker', 'taker.id', 'delegation.to_officer_id')
    .select([
      'delegation.id',
      'delegation.from_officer_id as fromOfficerId',
      'giver.name as fromOfficerName',
      'delegation.to_officer_id as toOfficerId',
      'taker.name as toOfficerName',
      'delegation.role_keys',
      'delegation.approval_kinds',
      'delegation.valid_from as validFrom',
      lastDayDelegated.as('validUntil'),
      'delegation.conditions',
      'delegation.decision_number as decisionNumber',
      'delegation.recorded_at as recordedAt',
    ])
    .where('delegation.agency_id', '=', actor.agencyId);
}

function delegationOf<Row extends { role_keys: string; approval_kinds: string }>(row: Row) {
  const { role_keys, approval_kinds, ...rest } = row;
  return {
    ...rest,
    roleKeys: keyList.parse(JSON.parse(role_keys)),
    approvalKinds: keyList.parse(JSON.parse(approval_kinds)),
  };
}

/** The register of delegations, the latest first; with `officerId` those the officer gave or was given. */
export async function listDelegations(
  db: Db,
  actor: Actor,
  filter: { officerId?: string; on?: Day } = {},
): Promise<Delegation[]> {
  authorize(actor, 'organization.read');
  let query = delegationsOf(db, actor)
    .orderBy('delegation.valid_from', 'desc')
    .orderBy('delegation.recorded_at', 'desc')
    .orderBy('delegation.id')
    .limit(1000);
  const { officerId, on } = filter;
  if (officerId) {
    query = query.where((eb) =>
      eb.or([
        eb('delegation.from_officer_id', '=', officerId),
        eb('delegation.to_officer_id', '=', officerId),
      ]),
    );
  }
  if (on) {
    const running = db.selectFrom(delegatedOn(db, actor.agencyId, on).as('running')).select('running.id');
    query = query.where('delegation.id', 'in', running);
  }
  return (await query.execute()).map(delegationOf);
}

export async function getDelegation(db: Db, actor: Actor, id: string): Promise<Delegation> {
  authorize(actor, 'organization.read');
  const row = await delegationsOf(db, actor).where('delegation.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound();
  return delegationOf(row);
}

export interface DelegationUse {
  id: string;
  action: string;
  objectType: string;
  objectId: string;
  at: Instant;
}

/** Each time the delegate acted by it, the latest first. */
export async function listDelegationUses(
  db: Db,
  actor: Actor,
  delegationId: string,
): Promise<DelegationUse[]> {
  authorize(actor, 'organization.read');
  return db
    .selectFrom('delegation_use')
    .select(['id', 'action', 'object_type as objectType', 'object_id as objectId', 'at'])
    .where('agency_id', '=', actor.agencyId)
    .where('delegation_id', '=', delegationId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
}

/** Adds an end to a delegation without journal entry; for commands that record one entry for several ends. */
export async function addDelegationEnd(
  trx: Trx,
  actor: Actor,
  end: { delegationId: string; until: Day; reason: string },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('delegation_end')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      delegation_id: end.delegationId,
      until: end.until,
      reason: end.reason,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
}
