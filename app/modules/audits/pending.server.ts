import { may } from '#app/permissions/matrix.ts';
import type { Pending, PendingFor } from '../responsibilities/pending.ts';
import { auditPath, checklistPath } from './paths.ts';

/** Checklists of running audits that an auditor has not finished, and audits their lead has still to begin or report. */
export const pendingAudits: PendingFor = async (db, actor) => {
  if (actor.officerId === null || !may(actor, 'audit.conduct')) return [];
  const own = await db
    .selectFrom('auditor')
    .innerJoin('audit', 'audit.id', 'auditor.audit_id')
    .select(['audit.id', 'audit.number', 'audit.title', 'audit.state', 'audit.planned_on', 'auditor.part'])
    .where('audit.agency_id', '=', actor.agencyId)
    .where('auditor.officer_id', '=', actor.officerId)
    .where('audit.state', 'in', ['announced', 'under-way'])
    .execute();
  const pending: Pending[] = [];
  for (const audit of own) {
    const open = audit.state === 'under-way' ? await openChecklists(db, audit.id) : [];
    for (const checklist of open) {
      pending.push({
        kind: 'audit',
        id: checklist.id,
        code: checklist.number,
        titleVi: checklist.title,
        titleEn: null,
        to: checklistPath(checklist.id),
        due: audit.planned_on,
      });
    }
    if (audit.part === 'lead' && open.length === 0) {
      pending.push({
        kind: 'audit',
        id: audit.id,
        code: audit.number,
        titleVi: audit.title,
        titleEn: null,
        to: auditPath(audit.id, audit.state === 'announced' ? 'start' : 'report'),
        due: audit.planned_on,
      });
    }
  }
  return pending;
};

/** Checklists of an audit with a row nobody has answered. */
async function openChecklists(db: Parameters<PendingFor>[0], auditId: string) {
  return db
    .selectFrom('checklist')
    .select(['checklist.id', 'checklist.number', 'checklist.title'])
    .where('checklist.audit_id', '=', auditId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('checklist_item')
          .select('checklist_item.id')
          .whereRef('checklist_item.checklist_id', '=', 'checklist.id')
          .where((one) =>
            one.not(
              one.exists(
                one
                  .selectFrom('checklist_answer')
                  .select('checklist_answer.id')
                  .whereRef('checklist_answer.item_id', '=', 'checklist_item.id'),
              ),
            ),
          ),
      ),
    )
    .orderBy('checklist.number')
    .execute();
}
