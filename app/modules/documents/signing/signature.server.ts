import { Refused } from '#app/http/errors.ts';
import { noteDelegationUse } from '#app/modules/organization/delegation-recording.server.ts';
import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import { type Revision, signaturesOf } from '../revision-record.server.ts';
import type { AuthorityHeld } from './signing.ts';

interface SigningPlace {
  positionId: string | null;
  positionName: string;
  prefix: string;
  delegationId: string | null;
}

/** The position an officer signs in: the one the authority names, else the first official one held that day. */
async function signingPlace(
  trx: Trx,
  actor: Actor,
  officerId: string,
  day: Day,
  by: AuthorityHeld | null,
): Promise<SigningPlace> {
  const held = await trx
    .selectFrom(heldOn(trx, actor.agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select(['position.id', 'position.name_vi', 'held.kind', 'position.is_head', 'position.sort'])
    .where('held.officer_id', '=', by?.delegator ?? officerId)
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort')
    .execute();
  const position = held.find((one) => one.id === by?.position) ?? held[0];
  return {
    positionId: position?.id ?? null,
    positionName: position?.name_vi ?? '',
    prefix: prefixFor(position, by),
    delegationId: by?.delegation ?? null,
  };
}

/** NĐ 30/2020 Đ13: a delegate signs TUQ., an acting holder or a deputy with own authority signs KT. */
function prefixFor(
  position: { kind: string; is_head: number } | undefined,
  by: AuthorityHeld | null,
): string {
  if (by?.delegation) return 'TUQ.';
  if (!by || !position) return '';
  return position.is_head && position.kind === 'official' ? '' : 'KT.';
}

/** Puts a signature under the text as it stands. The meaning is written with it and never changes. */
export async function signRevision(
  trx: Trx,
  actor: Actor,
  revision: Revision,
  step: 'drafted' | 'reviewed' | 'approved',
  at: { now: Instant; day: Day; authority?: AuthorityHeld | null },
): Promise<void> {
  if (!actor.officerId) throw new Refused('documents.refusal.no-officer');
  const place = await signingPlace(trx, actor, actor.officerId, at.day, at.authority ?? null);
  await trx
    .insertInto('signature')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      revision_id: revision.id,
      step,
      officer_id: actor.officerId,
      officer_name: actor.name,
      position_id: place.positionId,
      position_name: place.positionName,
      prefix: place.prefix,
      delegation_id: place.delegationId,
      meaning: step,
      content_sha256: revision.source_sha256,
      signed_at: at.now,
      recorded_afterwards: 0,
    })
    .execute();
  if (place.delegationId) {
    const use = {
      delegationId: place.delegationId,
      action: 'revision.approved',
      objectType: 'revision',
      objectId: revision.id,
    };
    await noteDelegationUse(trx, actor, use, at.now);
  }
}

/** A return or a withdrawn submission voids every open signature of the revision. */
export async function voidSignatures(
  trx: Trx,
  actor: Actor,
  revisionId: string,
  reason: string,
  now: Instant,
): Promise<void> {
  for (const signature of await signaturesOf(trx, revisionId)) {
    await trx
      .insertInto('signature_void')
      .values({
        id: newId(),
        agency_id: actor.agencyId,
        signature_id: signature.id,
        reason,
        voided_at: now,
        voided_by: actor.officerId ?? actor.name,
      })
      .execute();
  }
}
