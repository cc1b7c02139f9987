import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';

export const checklistPageSize = 50;

export interface ListedChecklist {
  id: string;
  number: string;
  title: string;
  edition: string;
  auditId: string | null;
  auditNumber: string | null;
  createdAt: Instant;
  rows: number;
  answered: number;
  faults: number;
}

export interface ChecklistFilter {
  auditId?: string | undefined;
  page?: number | undefined;
}

/** Checklists of the agency, newest first, each with how far it has come. */
export async function listChecklists(
  db: Db,
  actor: Actor,
  filter: ChecklistFilter = {},
): Promise<{ rows: ListedChecklist[]; total: number; page: number }> {
  authorize(actor, 'checklist.read');
  let query = db
    .selectFrom('checklist')
    .leftJoin('audit', 'audit.id', 'checklist.audit_id')
    .select([
      'checklist.id',
      'checklist.number',
      'checklist.title',
      'checklist.edition',
      'checklist.audit_id as auditId',
      'audit.number as auditNumber',
      'checklist.created_at as createdAt',
    ])
    .where('checklist.agency_id', '=', actor.agencyId);
  if (filter.auditId) query = query.where('checklist.audit_id', '=', filter.auditId);
  const all = await query
    .orderBy('checklist.created_at', 'desc')
    .orderBy('checklist.number', 'desc')
    .execute();
  const page = Math.max(1, Math.min(filter.page ?? 1, Math.ceil(all.length / checklistPageSize) || 1));
  const shown = all.slice((page - 1) * checklistPageSize, page * checklistPageSize);
  return { rows: await withProgress(db, shown), total: all.length, page };
}

async function withProgress<Row extends { id: string }>(db: Db, checklists: readonly Row[]) {
  if (checklists.length === 0) return [];
  const ids = checklists.map((one) => one.id);
  const counts = await db
    .selectFrom('checklist_item')
    .select((eb) => ['checklist_id', eb.fn.countAll().as('rows')])
    .where('checklist_id', 'in', ids)
    .groupBy('checklist_id')
    .execute();
  const answers = await db
    .selectFrom('checklist_answer')
    .select(['checklist_id', 'item_id', 'grade'])
    .where('checklist_id', 'in', ids)
    .orderBy('answered_at')
    .execute();
  return checklists.map((one) => {
    const latest = new Map(
      answers.filter((row) => row.checklist_id === one.id).map((row) => [row.item_id, row.grade]),
    );
    return {
      ...one,
      rows: Number(counts.find((row) => row.checklist_id === one.id)?.rows ?? 0),
      answered: latest.size,
      faults: [...latest.values()].filter((grade) => grade === 'minor' || grade === 'major').length,
    };
  });
}
