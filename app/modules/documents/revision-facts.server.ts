import { Refused } from '#app/http/errors.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { delegatedOn, heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import { unansweredComments } from './comments/unanswered.server.ts';
import type { ForceRecord } from './in-force.ts';
import type { RevisionFacts, RevisionState, Writer } from './revision.ts';
import { authorsOf, type Revision, signaturesOf } from './revision-record.server.ts';
import type { SigningRecords } from './signing/signing.ts';

/** Turns a reason of the rules into the refusal that every edge understands. */
export function refuseFor(reason: Refusal | null): void {
  if (reason) throw new Refused(reason.code, reason.details);
}

/** What the rules of a revision need to know, read in the transaction of the act. */
export async function factsOf(db: Db | Trx, revision: Revision): Promise<RevisionFacts> {
  const signatures = await signaturesOf(db, revision.id);
  return {
    state: revision.state as RevisionState, // the column's check constraint
    kind: revision.kind as DocumentKind, // written from guarded front matter only
    contentHash: revision.source_sha256,
    authors: await authorsOf(db, revision.id),
    submittedBy: revision.submitted_by,
    signatures: signatures.map((signature) => ({
      step: signature.step as RevisionFacts['signatures'][number]['step'], // the column's check constraint
      officer: signature.officer_id,
      contentHash: signature.content_sha256,
    })),
    unanswered: await unansweredComments(db, revision.id),
  };
}

/** The actor as a writer of a document's drafts. The set-up writes as the quality officer does. */
export async function writerOf(db: Db | Trx, actor: Actor, documentId: string): Promise<Writer> {
  const heads = await db
    .selectFrom('document')
    .innerJoin('position', 'position.unit_id', 'document.unit_id')
    .select('position.id')
    .where('document.id', '=', documentId)
    .where('document.agency_id', '=', actor.agencyId)
    .where('position.is_head', '=', 1)
    .execute();
  return {
    officer: actor.officerId,
    isQualityOfficer: actor.roles.includes('quality-officer') || actor.roles.includes('system'),
    headsOwner: heads.some((position) => actor.positionIds.includes(position.id)),
  };
}

/** Positions held, authorities and delegations of the agency as far as signing on a day needs them. */
export async function signingRecords(db: Db | Trx, agencyId: string, day: Day): Promise<SigningRecords> {
  const authorities = await db
    .selectFrom('authority')
    .select(['position_id', 'document_kind', 'valid_from', 'valid_until'])
    .where('agency_id', '=', agencyId)
    .execute();
  const holdings = await heldOn(db, agencyId, day).execute();
  const delegations = await delegatedOn(db, agencyId, day).execute();
  return {
    authorities: authorities.map((row) => ({
      position: row.position_id,
      kind: row.document_kind as DocumentKind, // written from the kinds of the model office only
      from: row.valid_from,
      until: row.valid_until,
    })),
    holdings: holdings.map((row) => ({
      officer: row.officer_id,
      position: row.position_id,
      from: row.valid_from,
      until: null,
    })),
    delegations: delegations.map((row) => ({
      id: row.id,
      from: row.from_officer_id,
      to: row.to_officer_id,
      kinds: JSON.parse(row.approval_kinds) as DocumentKind[], // written by recordDelegation only
      validFrom: row.valid_from,
      until: row.valid_until,
    })),
  };
}

/** Releases and withdrawals of a document: what is in force on a day is computed from them. */
export async function forceRecordOf(db: Db | Trx, documentId: string): Promise<ForceRecord> {
  const waits = await db
    .selectFrom('awaiting_item')
    .innerJoin('release', 'release.id', 'awaiting_item.release_id')
    .select(['awaiting_item.revision_id', 'released_at'])
    .where('awaiting_item.document_id', '=', documentId)
    .execute();
  const releases = await db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .leftJoin('release_fulfilment', 'release_fulfilment.release_id', 'release_item.release_id')
    .select(['release_item.revision_id', 'release_item.in_force_from', 'in_force_until', 'released_at'])
    .select('fulfilled_at')
    .where('release_item.document_id', '=', documentId)
    .orderBy('released_at')
    .execute();
  const withdrawals = await db
    .selectFrom('withdrawal')
    .select(['effective_from', 'recorded_at'])
    .where('document_id', '=', documentId)
    .orderBy('recorded_at')
    .execute();
  return {
    releases: [
      ...waits.map((row) => ({
        revision: row.revision_id,
        from: null,
        until: null,
        recordedAt: row.released_at,
      })),
      ...releases.map((row) => ({
        revision: row.revision_id,
        from: row.in_force_from,
        until: row.in_force_until,
        recordedAt: row.fulfilled_at ?? row.released_at,
      })),
    ],
    withdrawals: withdrawals.map((row) => ({
      revision: null,
      from: row.effective_from,
      recordedAt: row.recorded_at,
    })),
  };
}
