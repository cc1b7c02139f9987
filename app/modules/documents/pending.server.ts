import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { awaitingMyAcknowledgement } from './acknowledgement/acknowledgement.server.ts';
import { acknowledgementPath } from './acknowledgement/paths.ts';
import { documentPath, releaseOf, revisionPath } from './paths.ts';
import { reviewsWaitingFor } from './periodic-review/review-list.server.ts';
import { actsOnRevision } from './possible-acts.server.ts';
import type { Revision } from './revision-record.server.ts';

/** One document that waits for this person; the shape every module gives to "my work". */
export interface PendingDocument {
  kind: 'periodic-review' | 'acknowledgement' | 'approval' | 'release' | 'review' | 'draft';
  id: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  to: string;
  due: Day | null;
}

/** Drafts I wrote in, texts I may review or approve, approved ones I may release, documents I have not yet read. */
export async function pendingDocuments(db: Db, actor: Actor, day: Day): Promise<PendingDocument[]> {
  if (!may(actor, 'document.read')) return [];
  // The end of the agency's day: what is in force on it counts.
  const now = `${day}T16:59:59.999Z`;
  const open = await openRevisions(db, actor);
  const pending: PendingDocument[] = [];
  for (const row of open) pending.push(...(await waiting(db, actor, row, now)));
  if (may(actor, 'revision.acknowledge')) {
    for (const { revision, asked, due } of await awaitingMyAcknowledgement(db, actor, day)) {
      const { revisionId, documentId, code, titleVi, titleEn } = revision;
      const to = acknowledgementPath(documentId, asked);
      pending.push({ kind: 'acknowledgement', id: revisionId, code, titleVi, titleEn, to, due });
    }
  }
  for (const { documentId, code, titleVi, titleEn, next } of await reviewsWaitingFor(db, actor, day)) {
    const to = documentPath(documentId, 'periodic-review');
    pending.push({ kind: 'periodic-review', id: documentId, code, titleVi, titleEn, to, due: next });
  }
  return pending;
}

type OpenRevision = Revision & { code: string | null; claimed_code: string | null };

function openRevisions(db: Db, actor: Actor): Promise<OpenRevision[]> {
  return db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .selectAll('revision')
    .select(['document.code', 'document.claimed_code'])
    .where('revision.agency_id', '=', actor.agencyId)
    .where((eb) =>
      eb.or([
        eb('revision.state', 'in', ['in-review', 'approved']),
        eb.and([
          eb('revision.state', '=', 'draft'),
          eb.exists(
            eb
              .selectFrom('revision_author')
              .select('revision_author.id')
              .whereRef('revision_author.revision_id', '=', 'revision.id')
              .where('revision_author.officer_id', '=', actor.officerId ?? ''),
          ),
        ]),
      ]),
    )
    .orderBy('document.code')
    .orderBy('revision.id')
    .limit(500)
    .execute();
}

async function waiting(
  db: Db,
  actor: Actor,
  revision: OpenRevision,
  now: string,
): Promise<PendingDocument[]> {
  const acts = await actsOnRevision(db, actor, revision, now);
  const item = (kind: PendingDocument['kind'], to: string): PendingDocument => ({
    kind,
    id: revision.id,
    code: revision.code ?? revision.claimed_code,
    titleVi: revision.title_vi,
    titleEn: revision.title_en,
    to,
    due: null,
  });
  if (revision.state === 'draft' && acts.includes('edit'))
    return [item('draft', revisionPath(revision.id, 'form'))];
  if (acts.includes('approval')) return [item('approval', revisionPath(revision.id, 'approval'))];
  if (acts.includes('release')) return [item('release', releaseOf(revision.id))];
  const reviewed = acts.includes('review') && (await hasReview(db, revision.id));
  return acts.includes('review') && !reviewed ? [item('review', revisionPath(revision.id, 'review'))] : [];
}

/** Once somebody has reviewed a text, it waits for its approval and for no second review. */
async function hasReview(db: Db, revisionId: string): Promise<boolean> {
  const signed = await db
    .selectFrom('signature')
    .select('signature.id')
    .where('revision_id', '=', revisionId)
    .where('step', '=', 'reviewed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('signature_void')
            .select('id')
            .whereRef('signature_void.signature_id', '=', 'signature.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return signed !== undefined;
}
