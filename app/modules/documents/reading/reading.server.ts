import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db, Instant } from '#db/schema.ts';
import { revisionInForce, stateOn } from '../in-force.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { forceRecordOf } from '../revision-facts.server.ts';
import { getDocument, getRevision, type Revision, signaturesOf } from '../revision-record.server.ts';

/**
 * What a reader sees of a document on a day: the revision in force, else (staff only) the newest one. A citizen sees
 * public documents in force and nothing else.
 */
export async function readDocument(
  db: Db,
  actor: Actor,
  documentId: string,
  day: Day,
  /** Leaves out what was recorded after this instant. */
  knownAt?: Instant,
) {
  authorize(actor, 'document.read-public');
  const document = await getDocument(db, actor, documentId);
  const staff = may(actor, 'document.read');
  const record = await forceRecordOf(db, document.id);
  const inForceId = revisionInForce(record, day, knownAt);
  const current = inForceId ? await releaseItemOf(db, inForceId) : undefined;
  const revisions = await db
    .selectFrom('revision')
    .select([
      'id',
      'number',
      'issue',
      'amendment',
      'state',
      'language',
      'change_summary',
      'legal_ground',
      'is_public',
    ])
    .select(['confidentiality', 'created_at', 'submitted_at'])
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .execute();
  const shownId = current?.revision_id ?? (staff ? revisions[0]?.id : undefined);
  if (!shownId) throw new NotFound();
  const revision = await getRevision(db, actor, shownId);
  if (!staff && !isForPublic(revision)) throw new NotFound();
  return {
    document,
    revision,
    unit: document.unit_id
      ? ((await db
          .selectFrom('unit')
          .select(['id', 'name_vi', 'name_en'])
          .where('id', '=', document.unit_id)
          .executeTakeFirst()) ?? null)
      : null,
    current: current ?? null,
    force: stateOn(record, revision.id, day, knownAt),
    html: await pageOf(db, revision),
    revisions: staff
      ? revisions.map((one) => ({ ...one, force: stateOn(record, one.id, day, knownAt) }))
      : [],
    signatures: staff ? await signaturesOf(db, revision.id) : [],
  };
}

async function releaseItemOf(db: Db, revisionId: string) {
  return db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .select(['release_item.revision_id', 'in_force_from', 'in_force_until', 'release_id'])
    .select(['release.kind', 'decision_number', 'signed_on', 'signer'])
    .where('release_item.revision_id', '=', revisionId)
    .executeTakeFirst();
}

export function isForPublic(revision: Pick<Revision, 'is_public' | 'confidentiality'>): boolean {
  return revision.is_public === 1 && revision.confidentiality === 'public';
}

/** The stored static page of a revision; null while it is a draft. */
export async function pageOf(db: Db, revision: Pick<Revision, 'page_sha256'>): Promise<string | null> {
  if (!revision.page_sha256) return null;
  const page = await db
    .selectFrom('page')
    .select('html')
    .where('sha256', '=', revision.page_sha256)
    .executeTakeFirst();
  return page?.html ?? null;
}

/** Everything a sign-off page or a printed copy says about one revision. Staff only. */
export async function readRevision(db: Db, actor: Actor, revisionId: string, day: Day) {
  authorize(actor, 'document.read');
  const revision = await getRevision(db, actor, revisionId);
  const document = await getDocument(db, actor, revision.document_id);
  const record = await forceRecordOf(db, document.id);
  const release = await releaseOf(db, revision.id);
  return {
    document,
    revision,
    html: await pageOf(db, revision),
    force: stateOn(record, revision.id, day),
    signatures: await signaturesOf(db, revision.id),
    returns: await db
      .selectFrom('revision_return')
      .selectAll()
      .where('revision_id', '=', revision.id)
      .orderBy('returned_at', 'desc')
      .execute(),
    release: release ?? null,
  };
}

/** The decision that released a revision, and its days; none while it waits until all have acknowledged it. */
async function releaseOf(db: Db, revisionId: string) {
  return db
    .selectFrom('release')
    .leftJoin('release_item', (join) =>
      join
        .onRef('release_item.release_id', '=', 'release.id')
        .on('release_item.revision_id', '=', revisionId),
    )
    .leftJoin('awaiting_item', (join) =>
      join
        .onRef('awaiting_item.release_id', '=', 'release.id')
        .on('awaiting_item.revision_id', '=', revisionId),
    )
    .leftJoin('release_terms', 'release_terms.release_id', 'release.id')
    .select(['release.id', 'release.file_id', 'kind', 'decision_number', 'signed_on', 'signer'])
    .select(['release_item.in_force_from', 'release_item.in_force_until', 'release_terms.not_before'])
    .where((eb) =>
      eb.or([
        eb(
          'release.id',
          'in',
          eb.selectFrom('release_item').select('release_id').where('revision_id', '=', revisionId),
        ),
        eb(
          'release.id',
          'in',
          eb.selectFrom('awaiting_item').select('release_id').where('revision_id', '=', revisionId),
        ),
      ]),
    )
    .executeTakeFirst();
}

/** What the QR code of a printed copy leads to, without sign-in: is this copy still in force? */
export async function copyStatus(db: Db, revisionId: string, day: Day) {
  const revision = await db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select([
      'revision.id',
      'revision.document_id',
      'revision.agency_id',
      'revision.issue',
      'revision.amendment',
    ])
    .select([
      'revision.title_vi',
      'revision.title_en',
      'revision.is_public',
      'revision.confidentiality',
      'document.code',
    ])
    .where('revision.id', '=', revisionId)
    .where('revision.state', '=', 'released')
    .executeTakeFirst();
  if (!revision) throw new NotFound();
  const newer = await db
    .selectFrom(inForceOn(db, revision.agency_id, day).as('current'))
    .innerJoin('revision as other', 'other.id', 'current.revision_id')
    .select(['other.id', 'other.issue', 'other.amendment', 'current.in_force_from'])
    .where('current.document_id', '=', revision.document_id)
    .executeTakeFirst();
  const item = await db
    .selectFrom('release_item')
    .select(['in_force_from', 'in_force_until'])
    .where('revision_id', '=', revision.id)
    .executeTakeFirst();
  return {
    revision,
    isPublic: isForPublic(revision),
    state: stateOn(await forceRecordOf(db, revision.document_id), revision.id, day),
    inForceFrom: item?.in_force_from ?? null,
    newer: newer && newer.id !== revision.id ? newer : null,
  };
}
