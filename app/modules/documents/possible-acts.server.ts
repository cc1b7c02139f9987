import { type Day, dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { awaitingMyAcknowledgement } from './acknowledgement/acknowledgement.server.ts';
import { refusalToWithdraw } from './release/withdrawal.ts';
import { refusalOfWriter, refusalToWithdrawSubmission } from './revision.ts';
import { factsOf, forceRecordOf, signingRecords, writerOf } from './revision-facts.server.ts';
import type { Revision } from './revision-record.server.ts';
import { refusalToApprove, refusalToReview } from './signing/signing.ts';

/** What this person may do with a revision now; each is a page of its own. */
export type RevisionActName =
  | 'form'
  | 'edit'
  | 'submission'
  | 'submission-withdrawal'
  | 'review'
  | 'return'
  | 'approval'
  | 'release'
  | 'adoption'
  | 'print';

export async function actsOnRevision(
  db: Db,
  actor: Actor,
  revision: Revision,
  now: Instant,
): Promise<RevisionActName[]> {
  const facts = await factsOf(db, revision);
  const day: Day = dayOf(now);
  const signer = { officer: actor.officerId, seenHash: revision.source_sha256 };
  const acts: RevisionActName[] = [];
  if (revision.state === 'draft') {
    const mayWrite = !refusalOfWriter(facts, await writerOf(db, actor, revision.document_id));
    if (mayWrite && may(actor, 'revision.submit') && actor.officerId) acts.push('submission');
    if (mayWrite && may(actor, 'document.draft')) acts.push('form', 'edit');
    if (may(actor, 'revision.release')) acts.push('adoption');
  }
  if (revision.state === 'in-review') {
    if (
      may(actor, 'revision.approve') &&
      !refusalToApprove(facts, signer, await signingRecords(db, actor.agencyId, day), day)
    )
      acts.push('approval');
    const mayReview = may(actor, 'revision.review') && !refusalToReview(facts, signer);
    if (mayReview) acts.push('review', 'return');
    else if (acts.includes('approval')) acts.push('return');
    if (may(actor, 'revision.submit') && !refusalToWithdrawSubmission(facts, actor.officerId))
      acts.push('submission-withdrawal');
  }
  if (revision.state === 'approved' && may(actor, 'revision.release')) acts.push('release');
  if (revision.state === 'released' && may(actor, 'document.read')) acts.push('print');
  return acts;
}

export type DocumentActName =
  | 'revisions/new'
  | 'withdrawal'
  | 'acknowledgement'
  | 'acknowledgements'
  | 'periodic-review';

/** What this person may do with a document now, beside its open revision. */
export async function actsOnDocument(
  db: Db,
  actor: Actor,
  document: { id: string; current: { revision_id: string } | null; newestState: string | undefined },
  now: Instant,
): Promise<DocumentActName[]> {
  const acts: DocumentActName[] = [];
  if (document.newestState !== undefined && may(actor, 'revision.acknowledge')) {
    const asked = await awaitingMyAcknowledgement(db, actor, dayOf(now), document.id);
    if (asked.length > 0) acts.push('acknowledgement');
  }
  if (document.newestState === 'released' && may(actor, 'document.draft')) acts.push('revisions/new');
  if (document.newestState === 'released' && may(actor, 'acknowledgement.read'))
    acts.push('acknowledgements');
  if (document.current && may(actor, 'periodic-review.read')) acts.push('periodic-review');
  if (may(actor, 'document.withdraw')) {
    const decision = { decisionNumber: '?', reason: '?', from: dayOf(now) };
    const reason = refusalToWithdraw(await forceRecordOf(db, document.id), decision, dayOf(now));
    if (!reason) acts.push('withdrawal');
  }
  return acts;
}
