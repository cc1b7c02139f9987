import { randomInt } from 'node:crypto';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { canonical } from '../journal/canonical.ts';
import { record } from '../journal/record.server.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import { type Edition, isEdition, usualEdition } from '../standards/edition.ts';
import { theStandard } from '../standards/standard-files.server.ts';
import type { AuditedDocument, AuditedUnit } from './audited-text.ts';
import { planChecklist } from './checklist-plan.ts';
import { auditedTexts, type ChecklistScope } from './checklist-snapshot.server.ts';
import type { PlannedItem } from './planned-item.ts';
import { isSeed, largestSeed } from './sampling.ts';

export interface ChecklistRequest extends ChecklistScope {
  edition?: Edition;
  /** Left out: chosen by chance and then kept with the checklist. */
  seed?: number;
}

export interface PlannedChecklist {
  edition: Edition;
  seed: number;
  items: PlannedItem[];
  documents: AuditedDocument[];
  unit: AuditedUnit | null;
}

/** The questions a checklist would hold if it were made on the day. Writes nothing. */
export async function plannedChecklist(
  db: Db | Trx,
  actor: Actor,
  request: ChecklistRequest,
  day: Day,
): Promise<PlannedChecklist> {
  authorize(actor, 'checklist.make');
  const edition = request.edition ?? usualEdition;
  const seed = request.seed ?? randomInt(largestSeed);
  if (!isSeed(seed)) throw new Refused('audits.refusal.seed');
  if (request.documents.length === 0 && request.unit === null) throw new Refused('audits.refusal.no-scope');
  const { documents, unit } = await auditedTexts(db, actor, request, day);
  const items = planChecklist(theStandard(), { edition, seed, documents, unit });
  if (items.length === 0) throw new Refused('audits.refusal.nothing-to-ask');
  return { edition, seed, items, documents, unit };
}

export interface NewChecklist extends ChecklistRequest {
  /** Left empty: what it asks about. */
  title: string;
  /** The audit it is for; its edition then rules. */
  auditId: string | null;
}

/** Freezes the questions: later texts, editions and question banks no longer change them. */
export async function makeChecklist(
  trx: Trx,
  actor: Actor,
  input: NewChecklist,
  now: Instant,
): Promise<{ id: string; number: string }> {
  authorize(actor, 'checklist.make');
  const audit = input.auditId === null ? null : await openAudit(trx, actor, input.auditId);
  const edition = audit ? audit.edition : input.edition;
  const planned = await plannedChecklist(trx, actor, { ...input, edition }, dayOf(now));
  const id = newId();
  const number = await nextNumber(trx, actor.agencyId, dayOf(now).slice(0, 4));
  await trx
    .insertInto('checklist')
    .values({
      id,
      agency_id: actor.agencyId,
      number,
      audit_id: audit?.id ?? null,
      title: input.title || usualTitle(planned),
      edition: planned.edition,
      seed: planned.seed,
      scope: canonical({
        documents: planned.documents.map(({ id: documentId, code, revisionId }) => ({
          id: documentId,
          code,
          revision: revisionId,
        })),
        unit: planned.unit?.id ?? null,
      }),
      created_at: now,
      created_by: recordedBy(actor),
    })
    .execute();
  await freeze(trx, actor.agencyId, id, planned.items);
  await record(trx, actor, {
    action: 'checklist.made',
    object: { type: 'checklist', id },
    now,
    payload: { number, edition: planned.edition, seed: planned.seed, items: planned.items.length },
  });
  return { id, number };
}

/** "Phiếu hỏi: QT-TP-01, QT-TP-02 …" in the language of the office's records. */
function usualTitle({ documents, unit }: PlannedChecklist): string {
  const codes = documents.slice(0, 3).map((document) => document.code);
  const about = unit?.nameVi ?? `${codes.join(', ')}${documents.length > 3 ? ' …' : ''}`;
  return translate('vi', 'audits.checklist.usual-title', { about });
}

async function freeze(trx: Trx, agencyId: string, checklistId: string, items: PlannedItem[]): Promise<void> {
  const rows = items.map((item, at) => ({
    id: newId(),
    agency_id: agencyId,
    checklist_id: checklistId,
    sort: at + 1,
    source: item.source,
    clause: item.clause,
    question_vi: item.questionVi,
    question_en: item.questionEn,
    evidence_vi: item.evidenceVi,
    evidence_en: item.evidenceEn,
    document_id: item.documentId,
    document_code: item.documentCode,
    revision_id: item.revisionId,
    step_key: item.stepKey,
    unit_id: item.unitId,
    sample_vi: item.sampleVi,
    sample_en: item.sampleEn,
  }));
  for (let at = 0; at < rows.length; at += 50) {
    await trx
      .insertInto('checklist_item')
      .values(rows.slice(at, at + 50))
      .execute();
  }
}

async function openAudit(trx: Trx, actor: Actor, auditId: string): Promise<{ id: string; edition: Edition }> {
  const audit = await trx
    .selectFrom('audit')
    .select(['id', 'edition', 'state'])
    .where('id', '=', auditId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!audit || !isEdition(audit.edition)) throw new NotFound();
  if (audit.state === 'reported' || audit.state === 'closed') throw new Refused('audits.refusal.audit-ended');
  return { id: audit.id, edition: audit.edition };
}

/** `PH-2026-001`: phiếu hỏi, counted per agency and year. */
async function nextNumber(trx: Trx, agencyId: string, year: string): Promise<string> {
  const prefix = `PH-${year}-`;
  const numbers = await trx
    .selectFrom('checklist')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('number', 'like', `${prefix}%`)
    .execute();
  const last = Math.max(0, ...numbers.map((row) => Number(row.number.slice(prefix.length))));
  return `${prefix}${String(last + 1).padStart(3, '0')}`;
}
