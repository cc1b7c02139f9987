import { z } from 'zod';
import type { Db, Trx } from '#db/schema.ts';
import { type Audit, matterOf, tiesOf } from './audit-record.server.ts';
import type { Answer } from './grades.ts';
import type { AuditedMatter, Tie } from './independence.ts';
import type { AuditFacts } from './lifecycle.ts';

export interface AuditAuditor {
  id: string;
  officerId: string;
  officerName: string;
  part: 'lead' | 'auditor';
  exceptionReason: string | null;
  secondReviewerId: string | null;
  secondReviewerName: string | null;
  ties: Tie[];
  secondReviewerTies: Tie[];
}

export interface AuditRow {
  itemId: string;
  checklistId: string;
  answer: Answer | null;
  nonconformity: string | null;
}

export interface AuditFile {
  audit: Audit;
  units: { id: string; nameVi: string; nameEn: string }[];
  documents: { id: string; code: string; revisionId: string; unitId: string | null }[];
  auditors: AuditAuditor[];
  rows: AuditRow[];
  facts: AuditFacts;
  /** What ids in a refusal are called by people. */
  names: ReadonlyMap<string, string>;
}

/** All that belongs to an audit, and what the rules read from it. */
export async function readAuditFile(db: Db | Trx, audit: Audit): Promise<AuditFile> {
  const units = await db
    .selectFrom('audit_unit')
    .innerJoin('unit', 'unit.id', 'audit_unit.unit_id')
    .select(['unit.id', 'unit.name_vi as nameVi', 'unit.name_en as nameEn'])
    .where('audit_unit.audit_id', '=', audit.id)
    .orderBy('unit.sort')
    .execute();
  const documents = await auditedDocuments(db, audit.id);
  const matter = matterOf(audit, units, documents);
  const auditors = await auditorsOf(db, audit, matter, documents);
  const rows = await rowsOf(db, audit.id);
  return {
    audit,
    units,
    documents,
    auditors,
    rows,
    names: await namesIn(db, units, documents),
    facts: {
      state: audit.state,
      kind: audit.kind,
      edition: audit.edition,
      objective: audit.objective,
      units: units.map((unit) => unit.id),
      plannedOn: audit.planned_on,
      auditors: auditors.map((one) => ({
        officer: one.officerId,
        part: one.part,
        ties: one.ties,
        exception:
          one.exceptionReason === null
            ? null
            : {
                reason: one.exceptionReason,
                secondReviewer: one.secondReviewerId,
                secondReviewerTies: one.secondReviewerTies,
              },
      })),
      rows,
      conclusion: audit.conclusion,
    },
  };
}

const frozenScope = z.object({
  documents: z.array(z.object({ id: z.string(), code: z.string(), revision: z.string() })),
});

/** Every text that a checklist of the audit asks about, as frozen there. */
async function auditedDocuments(db: Db | Trx, auditId: string): Promise<AuditFile['documents']> {
  const checklists = await db
    .selectFrom('checklist')
    .select('scope')
    .where('audit_id', '=', auditId)
    .execute();
  const frozen = checklists.flatMap(({ scope }) => frozenScope.parse(JSON.parse(scope)).documents);
  if (frozen.length === 0) return [];
  const owners = await db
    .selectFrom('document')
    .select(['id', 'unit_id'])
    .where(
      'id',
      'in',
      frozen.map((one) => one.id),
    )
    .execute();
  const unitOf = new Map(owners.map((row) => [row.id, row.unit_id]));
  const byRevision = new Map(frozen.map((one) => [one.revision, one]));
  return [...byRevision.values()].map(({ id, code, revision }) => ({
    id,
    code,
    revisionId: revision,
    unitId: unitOf.get(id) ?? null,
  }));
}

async function auditorsOf(
  db: Db | Trx,
  audit: Audit,
  matter: AuditedMatter,
  documents: AuditFile['documents'],
): Promise<AuditAuditor[]> {
  const rows = await db
    .selectFrom('auditor')
    .innerJoin('officer', 'officer.id', 'auditor.officer_id')
    .leftJoin('officer as second', 'second.id', 'auditor.second_reviewer_id')
    .select([
      'auditor.id',
      'auditor.officer_id as officerId',
      'officer.name as officerName',
      'auditor.part',
      'auditor.exception_reason as exceptionReason',
      'auditor.second_reviewer_id as secondReviewerId',
      'second.name as secondReviewerName',
    ])
    .where('auditor.audit_id', '=', audit.id)
    .orderBy('auditor.part', 'desc')
    .orderBy('auditor.assigned_at')
    .orderBy('auditor.id')
    .execute();
  const auditors: AuditAuditor[] = [];
  for (const row of rows) {
    const second = row.secondReviewerId;
    auditors.push({
      ...row,
      part: row.part === 'lead' ? 'lead' : 'auditor',
      ties: await tiesOf(db, audit.agency_id, row.officerId, matter, documents),
      secondReviewerTies: second === null ? [] : await tiesOf(db, audit.agency_id, second, matter, documents),
    });
  }
  return auditors;
}

async function rowsOf(db: Db | Trx, auditId: string): Promise<AuditRow[]> {
  const items = await db
    .selectFrom('checklist_item')
    .innerJoin('checklist', 'checklist.id', 'checklist_item.checklist_id')
    .select(['checklist_item.id as itemId', 'checklist.id as checklistId'])
    .where('checklist.audit_id', '=', auditId)
    .orderBy('checklist.number')
    .orderBy('checklist_item.sort')
    .execute();
  const answers = await db
    .selectFrom('checklist_answer')
    .innerJoin('checklist', 'checklist.id', 'checklist_answer.checklist_id')
    .select(['checklist_answer.item_id', 'checklist_answer.grade'])
    .where('checklist.audit_id', '=', auditId)
    .orderBy('checklist_answer.answered_at')
    .execute();
  const latest = new Map(answers.map((row) => [row.item_id, row.grade]));
  const opened = await db
    .selectFrom('nonconformity')
    .innerJoin('checklist_item', 'checklist_item.id', 'nonconformity.source_id')
    .innerJoin('checklist', 'checklist.id', 'checklist_item.checklist_id')
    .select(['nonconformity.source_id', 'nonconformity.number'])
    .where('nonconformity.source_kind', '=', 'checklist')
    .where('checklist.audit_id', '=', auditId)
    .orderBy('nonconformity.sequence')
    .execute();
  const numbers = new Map(opened.map((row) => [row.source_id, row.number]));
  return items.map((item) => ({
    ...item,
    answer: (latest.get(item.itemId) as Answer | undefined) ?? null, // the column's check constraint
    nonconformity: numbers.get(item.itemId) ?? null,
  }));
}

async function namesIn(
  db: Db | Trx,
  units: AuditFile['units'],
  documents: AuditFile['documents'],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const unit of units) names.set(unit.id, unit.nameVi);
  for (const document of documents) names.set(document.id, document.code);
  const owners = documents.flatMap((document) => (document.unitId ? [document.unitId] : []));
  if (owners.length > 0) {
    const rows = await db.selectFrom('unit').select(['id', 'name_vi']).where('id', 'in', owners).execute();
    for (const row of rows) names.set(row.id, row.name_vi);
  }
  return names;
}
