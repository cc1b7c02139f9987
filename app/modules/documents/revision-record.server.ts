import type { Selectable } from 'kysely';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { RevisionTable } from '#db/schema/documents.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';

export type Revision = Selectable<RevisionTable>;

/** A revision of the actor's agency; whoever may read drafts sees every state. */
export async function getRevision(db: Db | Trx, actor: Actor, revisionId: string): Promise<Revision> {
  const revision = await db
    .selectFrom('revision')
    .selectAll()
    .where('id', '=', revisionId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!revision) throw new NotFound();
  return revision;
}

/** The document a revision belongs to, of the actor's agency. */
export async function getDocument(db: Db | Trx, actor: Actor, documentId: string) {
  const document = await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', documentId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!document) throw new NotFound();
  return document;
}

/** Officers who wrote in the text, the submitter among them. */
export async function authorsOf(db: Db | Trx, revisionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('revision_author')
    .select('officer_id')
    .where('revision_id', '=', revisionId)
    .orderBy('officer_id')
    .execute();
  return rows.map((row) => row.officer_id);
}

/** Signatures that count: those not voided, oldest first. */
export async function signaturesOf(db: Db | Trx, revisionId: string) {
  return db
    .selectFrom('signature')
    .selectAll()
    .where('revision_id', '=', revisionId)
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
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
}

/** Moves a revision on from the state that was seen; someone quicker makes this a refusal, never a second move. */
export async function moveRevision(
  trx: Trx,
  revision: Revision,
  change: Partial<Pick<Revision, 'state' | 'page_sha256' | 'findings' | 'submitted_at' | 'submitted_by'>>,
): Promise<void> {
  const moved = await trx
    .updateTable('revision')
    .set({ ...change, version: revision.version + 1 })
    .where('id', '=', revision.id)
    .where('state', '=', revision.state)
    .where('version', '=', revision.version)
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== 1) throw new Refused('documents.refusal.changed-meanwhile');
}

/** Notes who wrote, once per officer and revision. */
export async function noteAuthor(
  trx: Trx,
  actor: Actor,
  revisionId: string,
  id: string,
  now: Instant,
): Promise<void> {
  if (!actor.officerId) return;
  const known = await authorsOf(trx, revisionId);
  if (known.includes(actor.officerId)) return;
  await trx
    .insertInto('revision_author')
    .values({
      id,
      agency_id: actor.agencyId,
      revision_id: revisionId,
      officer_id: actor.officerId,
      first_at: now,
    })
    .execute();
}
