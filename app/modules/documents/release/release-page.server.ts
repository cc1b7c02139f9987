import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';

/** A release with the documents it put in force, and how its decision is signed. */
export async function readRelease(db: Db, actor: Actor, releaseId: string) {
  authorize(actor, 'document.read');
  const release = await db
    .selectFrom('release')
    .leftJoin('release_signing as signing', 'signing.release_id', 'release.id')
    .leftJoin('release_terms as terms', 'terms.release_id', 'release.id')
    .select([
      'release.id',
      'release.kind',
      'decision_number',
      'signed_on',
      'signer',
      'file_id',
      'released_at',
    ])
    .select(['signing.prefix', 'signing.on_behalf_of', 'signing.position_name', 'terms.not_before'])
    .where('release.id', '=', releaseId)
    .where('release.agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!release) throw new NotFound();
  const { prefix, on_behalf_of, position_name, ...facts } = release;
  return {
    ...facts,
    signing:
      position_name === null
        ? null
        : { prefix: prefix ?? '', onBehalfOf: on_behalf_of ?? '', position: position_name },
    items: [...(await itemsOf(db, release.id)), ...(await waitingItems(db, release.id))],
  };
}
export type ReadRelease = Awaited<ReturnType<typeof readRelease>>;

function itemsOf(db: Db, releaseId: string) {
  return db
    .selectFrom('release_item as item')
    .innerJoin('revision', 'revision.id', 'item.revision_id')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select(['document.id as documentId', 'document.code', 'revision.id', 'revision.kind', 'revision.number'])
    .select(['revision.title_vi', 'revision.title_en', 'revision.issue', 'revision.amendment'])
    .select(['revision.legal_ground', 'item.in_force_from', 'item.in_force_until'])
    .where('item.release_id', '=', releaseId)
    .orderBy('document.code')
    .limit(2000)
    .execute();
}

/** Released on the condition that all acknowledge, and not all have. */
async function waitingItems(db: Db, releaseId: string) {
  const rows = await db
    .selectFrom('awaiting_item as item')
    .innerJoin('revision', 'revision.id', 'item.revision_id')
    .innerJoin('document', 'document.id', 'item.document_id')
    .select(['document.id as documentId', 'document.code', 'revision.id', 'revision.kind', 'revision.number'])
    .select(['revision.title_vi', 'revision.title_en', 'revision.issue', 'revision.amendment'])
    .select('revision.legal_ground')
    .where('item.release_id', '=', releaseId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('release_item')
            .select('release_item.id')
            .whereRef('release_item.revision_id', '=', 'item.revision_id'),
        ),
      ),
    )
    .orderBy('document.code')
    .limit(2000)
    .execute();
  return rows.map((row) => ({ ...row, in_force_from: null, in_force_until: null }));
}
