import { dayOf } from '#app/http/clock.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refusalToReturn } from '../revision.ts';
import { factsOf, refuseFor, signingRecords } from '../revision-facts.server.ts';
import { getRevision, moveRevision } from '../revision-record.server.ts';
import { signRevision, voidSignatures } from './signature.server.ts';
import { authorityToApprove, refusalToApprove, refusalToReview } from './signing.ts';

export interface Signing {
  revisionId: string;
  /** Hash of the text that was before the signer's eyes. */
  seenHash: string;
}

/** The reviewer's signature (xem xét). The drafter cannot review. */
export async function reviewRevision(trx: Trx, actor: Actor, input: Signing, now: Instant): Promise<void> {
  authorize(actor, 'revision.review');
  const revision = await getRevision(trx, actor, input.revisionId);
  const facts = await factsOf(trx, revision);
  refuseFor(refusalToReview(facts, { officer: actor.officerId, seenHash: input.seenHash }));
  await moveRevision(trx, revision, {});
  await signRevision(trx, actor, revision, 'reviewed', { now, day: dayOf(now) });
  await record(trx, actor, {
    action: 'revision.reviewed',
    object: { type: 'revision', id: revision.id, version: revision.version + 1 },
    now,
  });
}

/** The approver's signature (phê duyệt), by own authority or by delegation. */
export async function approveRevision(trx: Trx, actor: Actor, input: Signing, now: Instant): Promise<void> {
  authorize(actor, 'revision.approve');
  const revision = await getRevision(trx, actor, input.revisionId);
  const facts = await factsOf(trx, revision);
  const day = dayOf(now);
  const records = await signingRecords(trx, actor.agencyId, day);
  refuseFor(refusalToApprove(facts, { officer: actor.officerId, seenHash: input.seenHash }, records, day));
  const authority = authorityToApprove(facts, actor.officerId ?? '', records, day);
  await moveRevision(trx, revision, { state: 'approved' });
  await signRevision(trx, actor, revision, 'approved', { now, day, authority });
  await record(trx, actor, {
    action: 'revision.approved',
    object: { type: 'revision', id: revision.id, version: revision.version + 1 },
    now,
  });
}

/** Sends a text back to its drafter with what is to be done; every signature under it is void. */
export async function returnRevision(
  trx: Trx,
  actor: Actor,
  input: { revisionId: string; comment: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'revision.review');
  const revision = await getRevision(trx, actor, input.revisionId);
  refuseFor(refusalToReturn(await factsOf(trx, revision), actor.officerId, input.comment));
  await moveRevision(trx, revision, { state: 'draft', page_sha256: null, findings: '[]' });
  await trx
    .insertInto('revision_return')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      revision_id: revision.id,
      comment: input.comment,
      returned_at: now,
      returned_by: actor.officerId ?? '',
    })
    .execute();
  await voidSignatures(trx, actor, revision.id, 'returned', now);
  await record(trx, actor, {
    action: 'revision.returned',
    object: { type: 'revision', id: revision.id, version: revision.version + 1 },
    now,
    reason: input.comment,
  });
}
