import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { foldCode } from '../document-code.ts';
import type { PressedText } from '../drafting/pressed-text.ts';
import { getDocument, type Revision } from '../revision-record.server.ts';
import { isTaken } from '../signing/submission.server.ts';

/** The paper's approval, recorded afterwards: never shown as an electronic signature. */
export async function recordAdoptedApproval(
  trx: Trx,
  actor: Actor,
  revision: Revision,
  decision: { signer: string },
  pressed: PressedText,
  now: Instant,
): Promise<void> {
  const document = await getDocument(trx, actor, revision.document_id);
  const code = document.code ?? pressed.compiled.frontMatter.code;
  if (!code) throw new Refused('documents.refusal.no-code');
  if (await isTaken(trx, actor, document.id, code)) throw new Refused('documents.refusal.code-taken');
  if (document.code === null) {
    await trx
      .updateTable('document')
      .set({ code, code_folded: foldCode(code), claimed_code: code })
      .where('id', '=', document.id)
      .execute();
  }
  await trx
    .insertInto('signature')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      revision_id: revision.id,
      step: 'approved',
      officer_id: actor.officerId ?? '',
      officer_name: decision.signer,
      position_id: null,
      position_name: '',
      prefix: '',
      delegation_id: null,
      meaning: 'approved',
      content_sha256: revision.source_sha256,
      signed_at: now,
      recorded_afterwards: 1,
    })
    .execute();
}
