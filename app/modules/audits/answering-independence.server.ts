import type { Selectable } from 'kysely';
import { addDays, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { ChecklistItemTable, ChecklistTable } from '#db/schema/audits.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { isEdition } from '../standards/edition.ts';
import { readAuditFile } from './audit-file.server.ts';
import { findAudit, matterOf, refuseNamed, tiesOf } from './audit-record.server.ts';
import { type IndependenceException, refusalToAssign } from './independence.ts';
import { refusalByState } from './lifecycle.ts';

type Checklist = Selectable<ChecklistTable>;
type Item = Selectable<ChecklistItemTable>;

/**
 * Independence is looked at again when the row is answered: people change positions between assignment and audit. For
 * a checklist without an audit the last twelve months count, and no exception stands on record.
 */
export async function refuseTied(
  trx: Trx,
  actor: Actor,
  checklist: Checklist,
  item: Item,
  now: Instant,
): Promise<void> {
  const officer = actor.officerId;
  if (officer === null) throw new Refused('audits.refusal.no-officer');
  const day = dayOf(now);
  const text =
    item.document_id !== null && item.revision_id !== null
      ? [{ id: item.document_id, revisionId: item.revision_id, unitId: await ownerOf(trx, item.document_id) }]
      : [];
  const units = item.unit_id === null ? [] : [{ id: item.unit_id }];
  const names = await namesOf(trx, item, text[0]?.unitId ?? null);
  if (checklist.audit_id === null) {
    if (!isEdition(checklist.edition)) throw new NotFound();
    const period = { period_from: addDays(day, -365), period_until: day, planned_on: day };
    const ties = await tiesOf(trx, actor.agencyId, officer, matterOf(period, units, text), text);
    return refuseNamed(refusalToAssign(officer, ties, checklist.edition, null), names);
  }
  const audit = await findAudit(trx, actor, checklist.audit_id);
  const reason = refusalByState(audit, 'answer');
  if (reason) throw new Refused(reason.code, reason.details);
  const file = await readAuditFile(trx, audit);
  const own = file.auditors.find((one) => one.officerId === officer);
  if (!own) throw new Refused('audits.refusal.not-assigned');
  const matter = matterOf({ ...audit, planned_on: day }, units, text);
  const ties = await tiesOf(trx, actor.agencyId, officer, matter, text);
  const exception: IndependenceException | null =
    own.exceptionReason === null
      ? null
      : {
          reason: own.exceptionReason,
          secondReviewer: own.secondReviewerId,
          secondReviewerTies: own.secondReviewerTies,
        };
  refuseNamed(refusalToAssign(officer, ties, audit.edition, exception), names);
}

async function ownerOf(trx: Trx, documentId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('document')
    .select('unit_id')
    .where('id', '=', documentId)
    .executeTakeFirst();
  return row?.unit_id ?? null;
}

async function namesOf(trx: Trx, item: Item, ownerId: string | null): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (item.document_id && item.document_code) names.set(item.document_id, item.document_code);
  for (const id of [item.unit_id, ownerId]) {
    if (id === null) continue;
    const unit = await trx.selectFrom('unit').select('name_vi').where('id', '=', id).executeTakeFirst();
    if (unit) names.set(id, unit.name_vi);
  }
  return names;
}
