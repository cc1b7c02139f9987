import { type Day, dayOf } from '#app/http/clock.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { noteDelegationUse } from '#app/modules/organization/delegation-recording.server.ts';
import { type Actor, accountRoles } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { refuseFor, signingRecords } from '../revision-facts.server.ts';
import { type AuthorityHeld, authoritiesHeld } from '../signing/signing.ts';
import { signingPlace } from '../signing/signing-place.server.ts';
import { positionLine } from '../signing/signing-words.ts';
import { type OpinionPart, refusalToDecide, refusalToOpine } from './change-request.ts';
import {
  type ChangeRequest,
  getRequest,
  moveRequest,
  partsOf,
  requestFacts,
} from './request-record.server.ts';

export interface GivenOpinion {
  requestId: string;
  part: OpinionPart;
  favours: boolean;
  opinion: string;
}

/** The head of the proposer's unit or the quality officer says what they think of a request. */
export async function giveOpinion(trx: Trx, actor: Actor, input: GivenOpinion, now: Instant): Promise<void> {
  authorize(actor, 'change-request.opine');
  const row = await getRequest(trx, actor, input.requestId);
  const parts = await partsOf(trx, actor, row, dayOf(now));
  refuseFor(
    refusalToOpine(await requestFacts(trx, row, dayOf(now)), {
      officer: actor.officerId,
      part: input.part,
      speaksFor: parts.includes(input.part),
      favours: input.favours,
      text: input.opinion,
    }),
  );
  await trx
    .insertInto('change_request_opinion')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      change_request_id: row.id,
      part: input.part,
      favours: input.favours ? 1 : 0,
      opinion: input.opinion,
      given_at: now,
      given_by: actor.officerId ?? '',
    })
    .execute();
  const version = await moveRequest(trx, actor, row, 'opine', now);
  await record(trx, actor, {
    action: 'change-request.opinion-given',
    object: { type: 'change_request', id: row.id, version },
    now,
    payload: { part: input.part, favours: input.favours },
  });
}

export interface RequestDecision {
  requestId: string;
  agreed: boolean;
  reason: string;
  dueOn: Day | null;
  drafterId: string | null;
}

/** The decision of whoever may approve such a document: agreed with a day and a drafter, or refused with the reason. */
export async function decideRequest(
  trx: Trx,
  actor: Actor,
  input: RequestDecision,
  now: Instant,
): Promise<void> {
  authorize(actor, 'change-request.decide');
  const day = dayOf(now);
  const row = await getRequest(trx, actor, input.requestId);
  const by = await authorityOver(trx, actor, row, day);
  const drafterId = input.agreed && row.kind !== 'withdraw' ? input.drafterId : null;
  refuseFor(
    refusalToDecide(await requestFacts(trx, row, day), {
      officer: actor.officerId,
      agreed: input.agreed,
      reason: input.reason,
      dueOn: input.dueOn,
      drafter: drafterId,
      today: day,
      hasAuthority: by !== null,
      drafterMay: drafterId !== null && (await mayDraft(trx, actor, drafterId, day)),
    }),
  );
  const place = await signingPlace(trx, actor.agencyId, actor.officerId ?? '', day, by);
  await trx
    .insertInto('change_request_decision')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      change_request_id: row.id,
      agreed: input.agreed ? 1 : 0,
      reason: input.reason,
      due_on: input.agreed ? input.dueOn : null,
      drafter_id: drafterId,
      position_name: positionLine(place),
      prefix: place.prefix,
      delegation_id: place.delegationId,
      decided_at: now,
      decided_by: actor.officerId ?? '',
    })
    .execute();
  if (place.delegationId) {
    const use = { action: 'change-request.decided', objectType: 'change_request', objectId: row.id };
    await noteDelegationUse(trx, actor, { ...use, delegationId: place.delegationId }, now);
  }
  const version = await moveRequest(trx, actor, row, input.agreed ? 'agree' : 'refuse', now, {
    reason: input.reason,
  });
  await record(trx, actor, {
    action: 'change-request.decided',
    object: { type: 'change_request', id: row.id, version },
    now,
    reason: input.reason || undefined,
    payload: { agreed: input.agreed },
  });
}

/** By what this officer may decide about documents of that kind today; null when by nothing. */
export async function authorityOver(
  db: Db | Trx,
  actor: Actor,
  row: Pick<ChangeRequest, 'document_kind'>,
  day: Day,
): Promise<AuthorityHeld | null> {
  if (!actor.officerId || !may(actor, 'change-request.decide')) return null;
  const records = await signingRecords(db, actor.agencyId, day);
  const kind = row.document_kind as DocumentKind; // written from the closed list only
  return authoritiesHeld(records, actor.officerId, kind, day)[0] ?? null;
}

/** The officer serves on the day and their account may draft. */
async function mayDraft(trx: Trx, actor: Actor, officerId: string, day: Day): Promise<boolean> {
  return (await possibleDrafters(trx, actor, day)).some((one) => one.id === officerId);
}

/** Officers in service whose account may draft, by name. */
export async function possibleDrafters(db: Db | Trx, actor: Actor, day: Day) {
  const drafting = accountRoles.filter((role) => may({ ...actor, roles: [role] }, 'document.draft'));
  return db
    .selectFrom('officer')
    .innerJoin('account', 'account.officer_id', 'officer.id')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['officer.id', 'officer.name'])
    .distinct()
    .where('officer.agency_id', '=', actor.agencyId)
    .where('account.disabled_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .where('account_role.role', 'in', drafting)
    .where('officer.valid_from', '<=', day)
    .where((eb) => eb.or([eb('officer.valid_until', 'is', null), eb('officer.valid_until', '>=', day)]))
    .orderBy('officer.name')
    .limit(1000)
    .execute();
}
