import type { Day } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Trx } from '#db/schema.ts';
import { foldCode } from '../documents/document-code.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import type { AuditedDocument, AuditedUnit } from './audited-text.ts';
import { type InForce, readDocuments, readOffice } from './audited-texts.server.ts';

export interface ChecklistScope {
  /** Codes or ids. */
  documents: readonly string[];
  /** Id or key. */
  unit: string | null;
}

/** What the auditor asks about: the revisions in force of the documents, or of all that a unit owns or works by. */
export async function auditedTexts(
  db: Db | Trx,
  actor: Actor,
  scope: ChecklistScope,
  day: Day,
): Promise<{ documents: AuditedDocument[]; unit: AuditedUnit | null }> {
  const current = await revisionsInForce(db, actor.agencyId, day);
  const office = await readOffice(db, actor.agencyId, current, day);
  const unit = scope.unit === null ? null : await unitOf(db, actor, scope.unit);
  const asked = scope.documents.map((name) => namedDocument(current, name));
  const rows = asked.length > 0 ? asked : unit ? current : [];
  const documents = await readDocuments(db, rows, office);
  if (!unit) return { documents, unit };
  return { unit, documents: asked.length > 0 ? documents : ofUnit(documents, unit.id) };
}

/** The unit's own documents, and of others those with steps of its positions; of all only its own steps. */
function ofUnit(documents: readonly AuditedDocument[], unitId: string): AuditedDocument[] {
  return documents.flatMap((document) => {
    const steps = document.steps.filter((step) => (step.unitId ?? document.unitId) === unitId);
    return document.unitId === unitId || steps.length > 0
      ? [{ ...document, steps, rules: document.unitId === unitId ? document.rules : [] }]
      : [];
  });
}

async function revisionsInForce(db: Db | Trx, agencyId: string, day: Day): Promise<InForce[]> {
  return db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select([
      'document.id as documentId',
      'revision.id as revisionId',
      'document.code',
      'document.unit_id as unitId',
      'revision.title_vi as titleVi',
      'revision.title_en as titleEn',
      'revision.field',
      'revision.issue',
      'revision.amendment',
    ])
    .orderBy('document.code')
    .orderBy('document.id')
    .limit(5000)
    .execute();
}

function namedDocument(current: readonly InForce[], name: string): InForce {
  const found = current.find(
    ({ documentId, code }) => documentId === name || (code !== null && foldCode(code) === foldCode(name)),
  );
  if (!found) throw new Refused('audits.refusal.document-not-in-force', { code: codeShown(name) });
  return found;
}

/** A refusal carries no text that a person typed; only what can be a code is shown again. */
function codeShown(name: string): string {
  return /^[A-Za-zĐđ0-9 ._/-]{1,40}$/.test(name) ? name : '…';
}

async function unitOf(db: Db | Trx, actor: Actor, name: string): Promise<AuditedUnit> {
  const unit = await db
    .selectFrom('unit')
    .select(['id', 'kind', 'name_vi as nameVi'])
    .where('agency_id', '=', actor.agencyId)
    .where((eb) => eb.or([eb('id', '=', name), eb('key', '=', name)]))
    .executeTakeFirst();
  if (!unit) throw new NotFound();
  return unit;
}
