import { z } from 'zod';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { foldCode } from '../documents/document-code.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { type AskedPaper, type Proposal, proposalsOf, type UsedForm } from './paper-report.ts';

const details = z.object({ kind: z.enum(['submit', 'show']) });
const codes = z.array(z.string());

async function askedPapers(db: Db | Trx, agencyId: string, day: Day): Promise<AskedPaper[]> {
  const rows = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'mention.key', 'mention.details'])
    .where('mention.kind', '=', 'paper')
    .orderBy('document.code')
    .orderBy('mention.key')
    .limit(5000)
    .execute();
  return rows.map((row) => ({
    documentId: row.id,
    code: row.code ?? '',
    name: row.key,
    kind: details.parse(JSON.parse(row.details)).kind,
  }));
}

async function usedForms(db: Db | Trx, agencyId: string, day: Day): Promise<UsedForm[]> {
  const forms = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'revision.title_vi', 'revision.id as revisionId'])
    .where('revision.kind', '=', 'form')
    .orderBy('document.code')
    .limit(2000)
    .execute();
  const steps = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('step', 'step.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'step.title', 'step.sort', 'step.forms'])
    .orderBy('document.code')
    .orderBy('step.sort')
    .execute();
  const fields = await db
    .selectFrom('form_field')
    .select(['revision_id', 'label'])
    .where('agency_id', '=', agencyId)
    .orderBy('sort')
    .execute();
  const used = steps.map((step) => ({ ...step, folded: codes.parse(JSON.parse(step.forms)).map(foldCode) }));
  return forms.map((form) => ({
    documentId: form.id,
    code: form.code ?? '',
    title: form.title_vi,
    labels: fields.filter((field) => field.revision_id === form.revisionId).map((field) => field.label),
    uses: used
      .filter((step) => step.folded.includes(foldCode(form.code ?? '')))
      .map((step) => ({ documentId: step.id, code: step.code ?? '', step: `${step.sort}. ${step.title}` })),
  }));
}

async function settlementsOf(db: Db | Trx, agencyId: string) {
  const rows = await db
    .selectFrom('paper_settlement as settled')
    .innerJoin('officer', 'officer.id', 'settled.recorded_by')
    .select(['settled.proposal_key as key', 'settled.outcome', 'settled.reason'])
    .select(['settled.recorded_at as recordedAt', 'officer.name as recordedBy'])
    .where('settled.agency_id', '=', agencyId)
    .orderBy('settled.recorded_at')
    .orderBy('settled.id')
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** Where forms are used and which papers are asked for on a day, with what could be less, and what was decided of it. */
export async function readPaperReport(db: Db | Trx, actor: Actor, day: Day) {
  authorize(actor, 'paper-report.read');
  const papers = await askedPapers(db, actor.agencyId, day);
  const forms = await usedForms(db, actor.agencyId, day);
  const settled = await settlementsOf(db, actor.agencyId);
  const proposals = proposalsOf(papers, forms).map((proposal) => ({
    ...proposal,
    settled: settled.get(proposal.key) ?? null,
  }));
  return { forms, papers: papers.length, proposals };
}
export type PaperReport = Awaited<ReturnType<typeof readPaperReport>>;

export async function getProposal(db: Db | Trx, actor: Actor, key: string, day: Day) {
  const { proposals } = await readPaperReport(db, actor, day);
  const proposal = proposals.find((one) => one.key === key);
  if (!proposal) throw new NotFound();
  return proposal;
}

/** Records what was decided of a proposal, with the numbers that were shown. Of several the last one speaks. */
export async function settleProposal(
  trx: Trx,
  actor: Actor,
  input: { key: string; outcome: 'accepted' | 'rejected'; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'paper-report.settle');
  if (actor.officerId === null) throw new Refused('records.refusal.no-officer');
  const proposal: Proposal = await getProposal(trx, actor, input.key, dayOf(now));
  const id = newId();
  await trx
    .insertInto('paper_settlement')
    .values({
      id,
      agency_id: actor.agencyId,
      proposal_key: proposal.key,
      kind: proposal.kind,
      subject: proposal.subject,
      outcome: input.outcome,
      reason: input.reason,
      saving: canonical(proposal.saving),
      recorded_at: now,
      recorded_by: actor.officerId,
    })
    .execute();
  await record(trx, actor, {
    action: 'paper.settled',
    object: { type: 'paper_settlement', id },
    now,
    reason: input.reason,
  });
}
