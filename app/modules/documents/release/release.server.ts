import { type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { indexRevision } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { finishByRelease } from '../change-requests/finishing.server.ts';
import { writeCompiledRows } from '../drafting/compiled-rows.server.ts';
import type { PressedText } from '../drafting/pressed-text.ts';
import { factsOf, forceRecordOf, refuseFor } from '../revision-facts.server.ts';
import { getRevision, moveRevision, signaturesOf } from '../revision-record.server.ts';
import { assertSameText, storePage } from '../signing/submission.server.ts';
import { recordAdoptedApproval } from './adoption.server.ts';
import { assertFormsCurrent } from './forms-current.server.ts';
import { assertSomebodyAsked, type ReadingTerms, writeTerms } from './reading-terms.server.ts';
import { refusalToRelease } from './release.ts';
import { writeSigning } from './signatory.server.ts';
import type { Signatory } from './signatory.ts';

export interface Release extends Partial<ReadingTerms> {
  kind: 'decided' | 'adopted';
  decisionNumber: string;
  signedOn: Day;
  /** Who signed the decision, as printed on it. */
  signer: string;
  /** By what they sign, where it is known: the decision is printed with it. */
  signatory?: Signatory | null;
  /** First day in force, for all revisions of the decision; with `whenAcknowledged` the earliest it can be. */
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
  if (input.signatory) await writeSigning(trx, actor, releaseId, input.signatory, input.signedOn);
  await writeTerms(trx, actor, releaseId, input);
  for (const item of input.items) await releaseOne(trx, actor, releaseId, input, item, now);
  // Forms of the same decision come in force with the texts that name them.
  const together = input.items.map((item) => item.pressed.compiled.frontMatter.code);
  for (const item of input.items) await assertFormsCurrent(trx, actor, item.pressed, { ...input, together });
  if (input.whenAcknowledged) await assertSomebodyAsked(trx, actor, releaseId, dayOf(now));
  await record(trx, actor, {
    action: input.kind === 'adopted' ? 'revision.adopted' : 'revision.released',
    object: { type: 'release', id: releaseId },
    now,
    occurredAt: input.kind === 'adopted' ? `${input.signedOn}T00:00:00.000Z` : undefined,
    payload: { revisions: input.items.map((item) => item.revisionId) },
  });
  for (const item of input.items) await finishByRelease(trx, actor, item.revisionId, now);
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
        whenAcknowledged: decision.whenAcknowledged ?? false,
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
  const { inForceFrom: in_force_from, inForceUntil: in_force_until } = decision;
  const released = {
    id: newId(),
    agency_id: actor.agencyId,
    release_id: releaseId,
    document_id: revision.document_id,
    revision_id: revision.id,
  };
  if (decision.whenAcknowledged) await trx.insertInto('awaiting_item').values(released).execute();
  else {
    const days = { in_force_from, in_force_until };
    await trx
      .insertInto('release_item')
      .values({ ...released, ...days })
      .execute();
  }
}
