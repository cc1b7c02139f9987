import type { Selectable } from 'kysely';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { ChangeRequestTable } from '#db/schema/document-control.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import {
  type OpinionPart,
  opinionParts,
  type RequestAct,
  type RequestFacts,
  type RequestKind,
  type RequestState,
  requestTransitions,
} from './change-request.ts';

export type ChangeRequest = Selectable<ChangeRequestTable>;

export async function getRequest(db: Db | Trx, actor: Actor, id: string): Promise<ChangeRequest> {
  const row = await db
    .selectFrom('change_request')
    .selectAll()
    .where('id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Officers who head a unit on a day, acting heads included. */
export async function headsOf(db: Db | Trx, agencyId: string, unitId: string, day: Day): Promise<string[]> {
  const rows = await db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select('held.officer_id')
    .where('position.unit_id', '=', unitId)
    .where('position.is_head', '=', 1)
    .execute();
  return [...new Set(rows.map((row) => row.officer_id))];
}

async function qualityOfficers(db: Db | Trx, agencyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select('account.officer_id')
    .where('account.agency_id', '=', agencyId)
    .where('account.disabled_at', 'is', null)
    .where('account_role.role', '=', 'quality-officer')
    .where('account_role.ended_at', 'is', null)
    .execute();
  return rows.flatMap((row) => row.officer_id ?? []);
}

/** What the rules need; whose opinion is asked depends on who serves on that day. */
export async function requestFacts(db: Db | Trx, row: ChangeRequest, day: Day): Promise<RequestFacts> {
  const given = await db
    .selectFrom('change_request_opinion')
    .select('part')
    .where('change_request_id', '=', row.id)
    .execute();
  const decision = await db
    .selectFrom('change_request_decision')
    .select('drafter_id')
    .where('change_request_id', '=', row.id)
    .executeTakeFirst();
  const speakers: Record<OpinionPart, string[]> = {
    'unit-head': await headsOf(db, row.agency_id, row.unit_id, day),
    'quality-officer': await qualityOfficers(db, row.agency_id),
  };
  return {
    state: row.state as RequestState, // the column's check constraint
    kind: row.kind as RequestKind, // as above
    proposer: row.proposed_by,
    // A proposer who speaks for a part has said their opinion by proposing.
    asked: opinionParts.filter(
      (part) => speakers[part].length > 0 && !speakers[part].includes(row.proposed_by),
    ),
    given: given.map((one) => one.part as OpinionPart), // as above
    drafter: decision?.drafter_id ?? null,
  };
}

/** The parts for which this officer may say an opinion on a request. */
export async function partsOf(
  db: Db | Trx,
  actor: Actor,
  row: ChangeRequest,
  day: Day,
): Promise<OpinionPart[]> {
  const heads = await headsOf(db, row.agency_id, row.unit_id, day);
  return [
    ...(actor.officerId !== null && heads.includes(actor.officerId) ? (['unit-head'] as const) : []),
    ...(actor.roles.includes('quality-officer') ? (['quality-officer'] as const) : []),
  ];
}

/** Moves a request on from the state that was seen, or is refused; the move is kept. Gives the new version. */
export async function moveRequest(
  trx: Trx,
  actor: Actor,
  row: ChangeRequest,
  act: RequestAct,
  now: Instant,
  change: { reason?: string; document_id?: string; revision_id?: string } = {},
): Promise<number> {
  const { to } = requestTransitions[act];
  const { reason = '', ...columns } = change;
  const version = row.version + 1;
  const moved = await trx
    .updateTable('change_request')
    .set({ ...columns, state: to, version })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== 1) throw new Refused('documents.refusal.changed-meanwhile');
  await trx
    .insertInto('change_request_move')
    .values({
      id: newId(),
      agency_id: row.agency_id,
      change_request_id: row.id,
      from_state: row.state,
      to_state: to,
      reason,
      moved_at: await nextInstant(trx, row, now),
      moved_by: actor.officerId ?? actor.name,
    })
    .execute();
  return version;
}

/** Moves of one request are told in the order in which they were made, also within one instant. */
async function nextInstant(trx: Trx, row: ChangeRequest, now: Instant): Promise<Instant> {
  const last = await trx
    .selectFrom('change_request_move')
    .select((eb) => eb.fn.max('moved_at').as('at'))
    .where('change_request_id', '=', row.id)
    .executeTakeFirst();
  const before = last?.at ?? row.proposed_at;
  return before < now ? now : new Date(Date.parse(before) + 1).toISOString();
}

/** `PĐN-2026-001`: counted per agency and year without gaps; only one transaction writes at a time. */
export async function nextRequestNumber(trx: Trx, agencyId: string, now: Instant) {
  const year = Number(dayOf(now).slice(0, 4));
  const last = await trx
    .selectFrom('change_request')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirst();
  const sequence = Number(last?.sequence ?? 0) + 1;
  return { number: `PĐN-${year}-${String(sequence).padStart(3, '0')}`, year, sequence };
}
