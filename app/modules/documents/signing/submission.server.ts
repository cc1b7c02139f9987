import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { foldCode } from '../document-code.ts';
import type { PressedText } from '../drafting/pressed-text.ts';
import { refusalToSubmit, refusalToWithdrawSubmission } from '../revision.ts';
import { factsOf, refuseFor, writerOf } from '../revision-facts.server.ts';
import { getDocument, getRevision, moveRevision, type Revision } from '../revision-record.server.ts';
import { signRevision, voidSignatures } from './signature.server.ts';

export interface Submission {
  revisionId: string;
  version: number;
  pressed: PressedText;
}

/**
 * Sends a draft to review: the text is frozen, the code assigned for ever, the drafter's signature put under it.
 * Errors of the six-clears check block it; warnings go along to the sign-off.
 */
export async function submitRevision(trx: Trx, actor: Actor, input: Submission, now: Instant): Promise<void> {
  authorize(actor, 'revision.submit');
  const revision = await getRevision(trx, actor, input.revisionId);
  assertSameText(revision, input.pressed, input.version);
  const document = await getDocument(trx, actor, revision.document_id);
  const code = document.code ?? input.pressed.compiled.frontMatter.code;
  const facts = await factsOf(trx, revision);
  refuseFor(
    refusalToSubmit(facts, {
      writer: await writerOf(trx, actor, document.id),
      code,
      codeTaken: code !== null && (await isTaken(trx, actor, document.id, code)),
      errors: input.pressed.findings.filter((finding) => finding.severity === 'error').length,
      changeSummary: revision.change_summary,
      changesRelease: await hasRelease(trx, document.id),
    }),
  );
  if (document.code === null && code !== null) {
    await trx
      .updateTable('document')
      .set({ code, code_folded: foldCode(code), claimed_code: code })
      .where('id', '=', document.id)
      .execute();
  }
  await storePage(trx, input.pressed.html, now);
  await moveRevision(trx, revision, {
    state: 'in-review',
    page_sha256: sha256(input.pressed.html),
    findings: canonical(input.pressed.findings),
    submitted_at: now,
    submitted_by: actor.officerId,
  });
  await signRevision(trx, actor, revision, 'drafted', { now, day: dayOf(now) });
  await record(trx, actor, {
    action: 'revision.submitted',
    object: { type: 'revision', id: revision.id, version: revision.version + 1 },
    now,
    reason: revision.change_summary || undefined,
  });
}

/** The drafter takes the text back; signatures given so far are void. */
export async function withdrawSubmission(
  trx: Trx,
  actor: Actor,
  input: { revisionId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'revision.submit');
  const revision = await getRevision(trx, actor, input.revisionId);
  refuseFor(refusalToWithdrawSubmission(await factsOf(trx, revision), actor.officerId));
  await moveRevision(trx, revision, { state: 'draft', page_sha256: null, findings: '[]' });
  await voidSignatures(trx, actor, revision.id, 'submission-withdrawn', now);
  await record(trx, actor, {
    action: 'revision.submission-withdrawn',
    object: { type: 'revision', id: revision.id, version: revision.version + 1 },
    now,
  });
}

/** The pressed text belongs to exactly what stands in the revision now. */
export function assertSameText(revision: Revision, pressed: PressedText, version?: number): void {
  const same =
    pressed.sourceSha256 === revision.source_sha256 && sha256(revision.source) === revision.source_sha256;
  if (!same || (version !== undefined && version !== revision.version)) {
    throw new Refused('documents.refusal.text-changed');
  }
}

export async function storePage(trx: Trx, html: string, now: Instant): Promise<string> {
  const key = sha256(html);
  const known = await trx.selectFrom('page').select('sha256').where('sha256', '=', key).executeTakeFirst();
  if (!known) await trx.insertInto('page').values({ sha256: key, html, made_at: now }).execute();
  return key;
}

export async function isTaken(trx: Trx, actor: Actor, documentId: string, code: string): Promise<boolean> {
  const other = await trx
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('code_folded', '=', foldCode(code))
    .where('id', '<>', documentId)
    .executeTakeFirst();
  return other !== undefined;
}

async function hasRelease(trx: Trx, documentId: string): Promise<boolean> {
  const item = await trx
    .selectFrom('revision')
    .select('id')
    .where('document_id', '=', documentId)
    .where('state', '=', 'released')
    .limit(1)
    .executeTakeFirst();
  return item !== undefined;
}
