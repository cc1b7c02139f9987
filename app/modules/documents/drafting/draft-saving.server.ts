import { Refused } from '#app/http/errors.ts';
import type { CompiledDocument, FrontMatter } from '#app/mdx/compiled-document.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { indexRevision } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refusalOfWriter } from '../revision.ts';
import { refuseFor, writerOf } from '../revision-facts.server.ts';
import { authorsOf, getDocument, getRevision, noteAuthor } from '../revision-record.server.ts';
import { findUnit } from './owning-unit.server.ts';
import { headingOf } from './reading-front-matter.ts';

export interface SavedDraft {
  revisionId: string;
  /** Version the writer saw; another save meanwhile is a refusal that loses nothing. */
  version: number;
  source: string;
  frontMatter: FrontMatter | null;
  compiled?: CompiledDocument | null;
  changeSummary: string;
  legalGround: string;
}

/** Saves a draft. Frozen from submission on; two people never overwrite each other. */
export async function saveDraft(trx: Trx, actor: Actor, input: SavedDraft, now: Instant): Promise<number> {
  authorize(actor, 'document.draft');
  const revision = await getRevision(trx, actor, input.revisionId);
  if (revision.state !== 'draft') throw new Refused('documents.refusal.not-a-draft');
  const writer = await writerOf(trx, actor, revision.document_id);
  refuseFor(refusalOfWriter({ authors: await authorsOf(trx, revision.id) }, writer));
  if (revision.version !== input.version) throw new Refused('documents.refusal.changed-meanwhile');
  const version = revision.version + 1;
  await trx
    .updateTable('revision')
    .set({
      ...(input.frontMatter ? headingOf(input.frontMatter) : {}),
      source: input.source,
      source_sha256: sha256(input.source),
      change_summary: input.changeSummary,
      legal_ground: input.legalGround,
      version,
    })
    .where('id', '=', revision.id)
    .execute();
  await updateClaim(trx, actor, revision.document_id, input.frontMatter);
  await noteAuthor(trx, actor, revision.id, newId(), now);
  await record(trx, actor, {
    action: 'revision.saved',
    object: { type: 'revision', id: revision.id, version },
    now,
  });
  await indexRevision(trx, revision.id, input.compiled ?? null);
  return version;
}

/** Until the first submission the document follows what its draft says of kind, code and unit. */
async function updateClaim(
  trx: Trx,
  actor: Actor,
  documentId: string,
  frontMatter: FrontMatter | null,
): Promise<void> {
  if (!frontMatter) return;
  const document = await getDocument(trx, actor, documentId);
  const unitId = (await findUnit(trx, actor, frontMatter.unit)) ?? document.unit_id;
  const claim = document.code
    ? { unit_id: unitId }
    : { unit_id: unitId, kind: frontMatter.kind, claimed_code: frontMatter.code };
  const same =
    document.unit_id === unitId &&
    (document.code !== null ||
      (document.kind === frontMatter.kind && document.claimed_code === frontMatter.code));
  if (!same) await trx.updateTable('document').set(claim).where('id', '=', documentId).execute();
}
