import { Refused } from '#app/http/errors.ts';
import { noteDelegationUse } from '#app/modules/organization/delegation-recording.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import { type Revision, signaturesOf } from '../revision-record.server.ts';
import type { AuthorityHeld } from './signing.ts';
import { signingPlace } from './signing-place.server.ts';
import { positionLine } from './signing-words.ts';

/** Puts a signature under the text as it stands. The meaning is written with it and never changes. */
export async function signRevision(
  trx: Trx,
  actor: Actor,
  revision: Revision,
  step: 'drafted' | 'reviewed' | 'approved',
  at: { now: Instant; day: Day; authority?: AuthorityHeld | null },
): Promise<void> {
  if (!actor.officerId) throw new Refused('documents.refusal.no-officer');
  const place = await signingPlace(trx, actor.agencyId, actor.officerId, at.day, at.authority ?? null);
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
      position_name: positionLine(place),
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
