import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { readAuditFile } from './audit-file.server.ts';
import { findAudit } from './audit-record.server.ts';
import { listChecklists } from './checklist-list.server.ts';
import { grades, opensNonconformity, ungraded } from './grades.ts';

export const auditPageSize = 50;

export interface AuditFilter {
  year?: number | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  page?: number | undefined;
}

/** Audits of the agency: the year's programme as it was planned and carried out, newest planned day first. */
export async function listAudits(db: Db, actor: Actor, filter: AuditFilter = {}) {
  authorize(actor, 'audit.read');
  let query = db
    .selectFrom('audit')
    .select(['id', 'number', 'year', 'kind', 'title', 'edition', 'state', 'planned_on as plannedOn'])
    .where('agency_id', '=', actor.agencyId);
  if (filter.year) query = query.where('year', '=', filter.year);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.state) query = query.where('state', '=', filter.state);
  const all = await query.orderBy('planned_on', 'desc').orderBy('number', 'desc').execute();
  const page = Math.max(1, Math.min(filter.page ?? 1, Math.ceil(all.length / auditPageSize) || 1));
  const shown = all.slice((page - 1) * auditPageSize, page * auditPageSize);
  const units =
    shown.length === 0
      ? []
      : await db
          .selectFrom('audit_unit')
          .innerJoin('unit', 'unit.id', 'audit_unit.unit_id')
          .select(['audit_unit.audit_id', 'unit.name_vi as vi', 'unit.name_en as en'])
          .where(
            'audit_unit.audit_id',
            'in',
            shown.map((row) => row.id),
          )
          .orderBy('unit.sort')
          .execute();
  const rows = shown.map((row) => ({
    ...row,
    units: units.filter((unit) => unit.audit_id === row.id).map(({ vi, en }) => ({ vi, en })),
  }));
  return { rows, total: all.length, page };
}

/** One audit with its team, checklists, findings by grade, and what has happened. */
export async function getAudit(db: Db, actor: Actor, name: string) {
  authorize(actor, 'audit.read');
  const audit = await findAudit(db, actor, name);
  const file = await readAuditFile(db, audit);
  const checklists = await listChecklists(db, actor, { auditId: audit.id });
  const moves = await db
    .selectFrom('audit_move')
    .leftJoin('officer', 'officer.id', 'audit_move.moved_by')
    .select([
      'audit_move.id',
      'audit_move.to_state as toState',
      'audit_move.moved_at as at',
      'audit_move.note',
      'officer.name as by',
    ])
    .where('audit_move.audit_id', '=', audit.id)
    .orderBy('audit_move.moved_at')
    .execute();
  const planner = await db
    .selectFrom('officer')
    .select('name')
    .where('id', '=', audit.created_by)
    .executeTakeFirst();
  return {
    ...file,
    checklists: checklists.rows,
    moves,
    plannedBy: planner?.name ?? null,
    counts: [...grades, ...ungraded].map((answer) => ({
      answer,
      count: file.rows.filter((row) => row.answer === answer).length,
    })),
    findings: await findingsOf(
      db,
      file.rows
        .filter(
          (row) => row.answer !== null && (opensNonconformity(row.answer) || row.answer === 'improvement'),
        )
        .map((row) => row.itemId),
    ),
  };
}

/** Rows that are not simply conform, in the order of the checklists: what the report lists. */
async function findingsOf(db: Db, itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('checklist_item')
    .innerJoin('checklist', 'checklist.id', 'checklist_item.checklist_id')
    .leftJoin('unit', 'unit.id', 'checklist_item.unit_id')
    .select([
      'checklist_item.id',
      'checklist_item.clause',
      'checklist_item.document_code as documentCode',
      'checklist.id as checklistId',
      'unit.name_vi as unitVi',
      'unit.name_en as unitEn',
    ])
    .where('checklist_item.id', 'in', [...itemIds])
    .orderBy('checklist.number')
    .orderBy('checklist_item.sort')
    .execute();
  const answers = await db
    .selectFrom('checklist_answer')
    .select(['item_id', 'grade', 'note', 'evidence'])
    .where('item_id', 'in', [...itemIds])
    .orderBy('answered_at')
    .execute();
  const opened = await db
    .selectFrom('nonconformity')
    .select(['id', 'number', 'state', 'source_id'])
    .where('source_kind', '=', 'checklist')
    .where('source_id', 'in', [...itemIds])
    .orderBy('sequence')
    .execute();
  return rows.map((row) => {
    const answer = answers.filter((one) => one.item_id === row.id).at(-1);
    const nonconformity = opened.filter((one) => one.source_id === row.id).at(-1);
    return {
      ...row,
      grade: answer?.grade ?? '',
      note: answer?.note || answer?.evidence || '',
      nonconformity: nonconformity ? { id: nonconformity.id, number: nonconformity.number } : null,
    };
  });
}
