import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { basesNamed } from '../reading/place-in-system.server.ts';
import { revisionHead } from '../reading/revision-page.server.ts';
import { refuseFor } from '../revision-facts.server.ts';
import { getDocument } from '../revision-record.server.ts';
import { nextReview, type Review, refusalToReviewPeriodically } from './periodic-review.ts';
import { unitsHeaded } from './review-list.server.ts';

/** Somebody looked at a document in force and says whether it still serves; its acknowledgements stand. */
export async function recordReview(
  trx: Trx,
  actor: Actor,
  input: Review & { documentId: string; revisionId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'periodic-review.record');
  const document = await getDocument(trx, actor, input.documentId);
  const day = dayOf(now);
  const current = await currentOf(trx, actor, document.id, day);
  const bases = current ? await legalBasesOf(trx, actor, current.revision_id, day) : [];
  refuseFor(
    refusalToReviewPeriodically(input, {
      officer: actor.officerId,
      isTheirs: await isTheirs(trx, actor, document.unit_id),
      inForce: current !== undefined,
      sameRevision: current?.revision_id === input.revisionId,
      legalBases: bases.map((basis) => basis.key),
    }),
  );
  const checked = bases.filter((basis) => input.checked.includes(basis.key));
  await trx
    .insertInto('periodic_review')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      document_id: document.id,
      revision_id: input.revisionId,
      outcome: input.outcome,
      remark: input.remark.trim(),
      legal_bases: canonical(checked.map(({ key, status }) => ({ key, status }))),
      reviewed_on: day,
      reviewed_at: now,
      reviewer_id: actor.officerId ?? '',
      reviewer_name: actor.name,
    })
    .execute();
  await record(trx, actor, {
    action: 'document.reviewed',
    object: { type: 'document', id: document.id },
    now,
    reason: input.remark.trim(),
  });
}

/** Quality officers review any document, the head of a unit its own. */
async function isTheirs(db: Db | Trx, actor: Actor, unitId: string | null): Promise<boolean> {
  if (may(actor, 'periodic-review.record-any')) return true;
  return unitId !== null && (await unitsHeaded(db, actor)).includes(unitId);
}

async function currentOf(db: Db | Trx, actor: Actor, documentId: string, day: Day) {
  return inForceOn(db, actor.agencyId, day)
    .where('release_item.document_id', '=', documentId)
    .executeTakeFirst();
}

async function legalBasesOf(db: Db | Trx, actor: Actor, revisionId: string, day: Day) {
  const mentions = await db
    .selectFrom('mention')
    .select('key')
    .distinct()
    .where('revision_id', '=', revisionId)
    .where('agency_id', '=', actor.agencyId)
    .where('kind', '=', 'legal-basis')
    .execute();
  const keys = mentions.map((one) => one.key);
  return basesNamed(db, actor, keys, 'vi', day);
}

/** What the page of a review shows: the revision in force, its legal bases, and the reviews so far. */
export async function readToReview(db: Db, actor: Actor, documentId: string, now: Instant) {
  authorize(actor, 'periodic-review.read');
  const day = dayOf(now);
  const document = await getDocument(db, actor, documentId);
  const current = await currentOf(db, actor, document.id, day);
  if (!current) throw new NotFound();
  const head = await revisionHead(db, actor, current.revision_id, day);
  const reviews = await reviewsOf(db, actor, document.id);
  const facts = await reviewFacts(db, actor, document.id, day);
  return {
    head,
    next: facts?.next ?? null,
    reviews,
    legalBases: await legalBasesOf(db, actor, current.revision_id, day),
    mine: may(actor, 'periodic-review.record') && (await isTheirs(db, actor, document.unit_id)),
  };
}

async function reviewsOf(db: Db, actor: Actor, documentId: string) {
  return db
    .selectFrom('periodic_review')
    .select(['id', 'outcome', 'remark', 'reviewed_on', 'reviewer_name', 'legal_bases'])
    .where('document_id', '=', documentId)
    .where('agency_id', '=', actor.agencyId)
    .orderBy('reviewed_at', 'desc')
    .limit(50)
    .execute();
}

/** When a document in force was and will be reviewed; null where nothing is in force. */
export async function reviewFacts(
  db: Db,
  actor: Actor,
  documentId: string,
  day: Day,
): Promise<{ last: Day | null; next: Day } | null> {
  authorize(actor, 'document.read');
  const current = await inForceOn(db, actor.agencyId, day)
    .innerJoin('revision', 'revision.id', 'release_item.revision_id')
    .select('revision.review_interval')
    .where('release_item.document_id', '=', documentId)
    .executeTakeFirst();
  if (!current) return null;
  const reviewed = await db
    .selectFrom('periodic_review')
    .select((eb) => eb.fn.max('reviewed_on').as('last'))
    .where('document_id', '=', documentId)
    .where('reviewed_on', '<=', day)
    .executeTakeFirst();
  const last = reviewed?.last ?? null;
  const { in_force_from: inForceFrom, review_interval: interval } = current;
  return { last, next: nextReview({ inForceFrom, lastReviewed: last, interval }) };
}
