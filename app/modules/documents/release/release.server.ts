import { type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { indexRevision } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { foldCode } from '../document-code.ts';
import { writeCompiledRows } from '../drafting/compiled-rows.server.ts';
import type { PressedText } from '../drafting/pressed-text.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { factsOf, forceRecordOf, refuseFor } from '../revision-facts.server.ts';
import {
  getDocument,
  getRevision,
  moveRevision,
  type Revision,
  signaturesOf,
} from '../revision-record.server.ts';
import { assertSameText, isTaken, storePage } from '../signing/submission.server.ts';
import { refusalToRelease } from './release.ts';

export interface Release {
  kind: 'decided' | 'adopted';
  decisionNumber: string;
  signedOn: Day;
  /** Who signed the decision, as printed on it. */
  signer: string;
  /** First day in force, for all revisions of the decision. */
  inForceFrom: Day;
  inForceUntil: Day | null;
  /** Scan of the decision; an adopted release cannot do without. */
  fileId: string | null;
  items: { revisionId: string; pressed: PressedText }[];
}

/**
 * The decision that puts revisions in force from a day on: decided here after three signatures, or adopted from a
 * decision made before the system, whose approval is then marked "recorded afterwards". From here on the text never
 * changes, so its rows — sections, steps, duties, forms, records — are written now, once.
 */
export async function releaseRevisions(
  trx: Trx,
  actor: Actor,
  input: Release,
  now: Instant,
): Promise<string> {
  authorize(actor, 'revision.release');
  if (input.items.length === 0) throw new Refused('documents.refusal.nothing-to-release');
  const releaseId = newId();
  await trx
    .insertInto('release')
    .values({
      id: releaseId,
      agency_id: actor.agencyId,
      kind: input.kind,
      decision_number: input.decisionNumber,
      signed_on: input.signedOn,
      signer: input.signer,
      file_id: input.fileId,
      released_at: now,
      released_by: actor.officerId ?? actor.name,
    })
    .execute();
  for (const item of input.items) await releaseOne(trx, actor, releaseId, input, item, now);
  for (const item of input.items) await assertFormsCurrent(trx, actor, item, input);
  await record(trx, actor, {
    action: input.kind === 'adopted' ? 'revision.adopted' : 'revision.released',
    object: { type: 'release', id: releaseId },
    now,
    occurredAt: input.kind === 'adopted' ? `${input.signedOn}T00:00:00.000Z` : undefined,
    payload: { revisions: input.items.map((item) => item.revisionId) },
  });
  await trx
    .insertInto('outbox')
    .values({ id: newId(), kind: 'journal.anchor', payload: '{}', created_at: now, done_at: null })
    .execute();
  return releaseId;
}

async function releaseOne(
  trx: Trx,
  actor: Actor,
  releaseId: string,
  decision: Release,
  item: Release['items'][number],
  now: Instant,
): Promise<void> {
  const revision = await getRevision(trx, actor, item.revisionId);
  assertSameText(revision, item.pressed);
  const approval = (await signaturesOf(trx, revision.id)).find((signature) => signature.step === 'approved');
  const record = await forceRecordOf(trx, revision.document_id);
  refuseFor(
    refusalToRelease(
      await factsOf(trx, revision),
      {
        kind: decision.kind,
        decisionNumber: decision.decisionNumber,
        signedOn: decision.signedOn,
        from: decision.inForceFrom,
        until: decision.inForceUntil,
        file: decision.fileId,
      },
      {
        today: dayOf(now),
        approvedOn: approval ? dayOf(approval.signed_at) : null,
        latestFrom:
          record.releases
            .map((release) => release.from ?? '')
            .sort()
            .at(-1) || null,
      },
    ),
  );
  if (decision.kind === 'adopted')
    await recordAdoptedApproval(trx, actor, revision, decision, item.pressed, now);
  await moveRevision(trx, revision, {
    state: 'released',
    // An adopted text was never submitted here: its page and what the check finds in it are written now.
    ...(decision.kind === 'adopted'
      ? {
          page_sha256: await storePage(trx, item.pressed.html, now),
          findings: canonical(item.pressed.findings),
        }
      : {}),
  });
  await writeCompiledRows(trx, revision, item.pressed.compiled);
  await indexRevision(trx, revision.id, item.pressed.compiled);
  await trx
    .insertInto('release_item')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      release_id: releaseId,
      document_id: revision.document_id,
      revision_id: revision.id,
      in_force_from: decision.inForceFrom,
      in_force_until: decision.inForceUntil,
    })
    .execute();
}

/** The paper's approval, recorded afterwards: never shown as an electronic signature. */
async function recordAdoptedApproval(
  trx: Trx,
  actor: Actor,
  revision: Revision,
  decision: Release,
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

/** Every form a released text names is in force on its first day, by an earlier decision or by this one. */
async function assertFormsCurrent(
  trx: Trx,
  actor: Actor,
  item: Release['items'][number],
  decision: Release,
): Promise<void> {
  const { compiled } = item.pressed;
  const named = new Set([
    ...compiled.steps.flatMap((step) => step.forms),
    ...compiled.forms.map((form) => form.key),
  ]);
  if (named.size === 0) return;
  const current = await trx
    .selectFrom(inForceOn(trx, actor.agencyId, decision.inForceFrom).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .select('document.code_folded')
    .where('document.code_folded', 'in', [...named].map(foldCode))
    .execute();
  const known = new Set(current.map((row) => row.code_folded));
  const missing = [...named].filter((code) => !known.has(foldCode(code)));
  if (missing.length > 0 && decision.kind === 'decided') {
    throw new Refused('documents.refusal.form-not-current', { codes: missing.join(', ') });
  }
}
