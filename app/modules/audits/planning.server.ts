import { type Day, isDay } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { assertOwn } from '../nonconformities/own-things.server.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import type { Edition } from '../standards/edition.ts';
import { readAuditFile } from './audit-file.server.ts';
import { findAudit, matterOf, refuseNamed, tiesOf } from './audit-record.server.ts';
import { refusalToAssign } from './independence.ts';
import type { AuditKind } from './lifecycle.ts';

export interface AuditPlan {
  kind: AuditKind;
  title: string;
  objective: string;
  scope: string;
  edition: Edition;
  /** The period whose work is looked at. */
  periodFrom: Day;
  periodUntil: Day;
  plannedOn: Day;
  unitIds: string[];
}

/** How each kind is numbered: ĐGNB-2026-01, counted per agency, year and kind. */
const numberSigns: Record<AuditKind, string> = {
  'internal-audit': 'ĐGNB',
  'periodic-check': 'KTĐK',
  'unannounced-check': 'KTĐX',
  'culture-check': 'KTVH',
  'provincial-inspection': 'KTT',
};

/** Plans one audit of the year's programme (9.2.2): what for, where, which work, when. */
export async function planAudit(
  trx: Trx,
  actor: Actor,
  input: AuditPlan,
  now: Instant,
): Promise<{ id: string; number: string }> {
  authorize(actor, 'audit.plan');
  const { periodFrom, periodUntil, plannedOn } = input;
  if (![periodFrom, periodUntil, plannedOn].every(isDay)) throw new Refused('audits.refusal.no-day');
  if (periodUntil < periodFrom) throw new Refused('audits.refusal.period');
  if (input.unitIds.length === 0) throw new Refused('audits.refusal.no-unit');
  const unitIds = [...new Set(input.unitIds)];
  for (const unitId of unitIds) await assertOwn(trx, actor, 'unit', unitId);
  const year = Number(plannedOn.slice(0, 4));
  const number = await nextNumber(trx, actor.agencyId, `${numberSigns[input.kind]}-${year}-`);
  const id = newId();
  await trx
    .insertInto('audit')
    .values({
      id,
      agency_id: actor.agencyId,
      number,
      year,
      kind: input.kind,
      title: input.title,
      objective: input.objective,
      scope: input.scope,
      edition: input.edition,
      state: 'planned',
      period_from: periodFrom,
      period_until: periodUntil,
      planned_on: plannedOn,
      version: 1,
      conclusion: '',
      created_at: now,
      created_by: recordedBy(actor),
    })
    .execute();
  const rows = unitIds.map((unit_id) => ({
    id: newId(),
    agency_id: actor.agencyId,
    audit_id: id,
    unit_id,
  }));
  await trx.insertInto('audit_unit').values(rows).execute();
  await record(trx, actor, {
    action: 'audit.planned',
    object: { type: 'audit', id, version: 1 },
    now,
    payload: { number, kind: input.kind },
  });
  return { id, number };
}

async function nextNumber(trx: Trx, agencyId: string, prefix: string): Promise<string> {
  const rows = await trx.selectFrom('audit').select('number').where('agency_id', '=', agencyId).execute();
  const taken = rows
    .filter((row) => row.number.startsWith(prefix))
    .map((row) => Number(row.number.slice(prefix.length)));
  return `${prefix}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}

export interface Assignment {
  auditId: string;
  officerId: string;
  part: 'lead' | 'auditor';
  /** Why somebody who is tied to the matter is assigned all the same (2015 and 2026 only). */
  exceptionReason: string | null;
  secondReviewerId: string | null;
}

/** Assigns an auditor who does not audit own work: hard for 2008, for 2015 and 2026 with reason and second reviewer. */
export async function assignAuditor(trx: Trx, actor: Actor, input: Assignment, now: Instant): Promise<void> {
  authorize(actor, 'audit.plan');
  const audit = await findAudit(trx, actor, input.auditId);
  if (audit.state === 'reported' || audit.state === 'closed') throw new Refused('audits.refusal.audit-ended');
  await assertOwn(trx, actor, 'officer', input.officerId);
  const { units, documents, auditors, names } = await readAuditFile(trx, audit);
  if (auditors.some((one) => one.officerId === input.officerId))
    throw new Refused('audits.refusal.already-assigned');
  if (input.part === 'lead' && auditors.some((one) => one.part === 'lead'))
    throw new Refused('audits.refusal.has-lead');
  const matter = matterOf(audit, units, documents);
  const ties = await tiesOf(trx, actor.agencyId, input.officerId, matter, documents);
  const reason = input.exceptionReason?.trim() ?? '';
  const second = reason === '' ? null : input.secondReviewerId;
  if (second) await assertOwn(trx, actor, 'officer', second);
  const secondTies = second ? await tiesOf(trx, actor.agencyId, second, matter, documents) : [];
  const exception = { reason, secondReviewer: second, secondReviewerTies: secondTies };
  refuseNamed(refusalToAssign(input.officerId, ties, audit.edition, exception), names);
  const waived = ties.length > 0;
  await trx
    .insertInto('auditor')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      audit_id: audit.id,
      officer_id: input.officerId,
      part: input.part,
      exception_reason: waived ? reason : null,
      second_reviewer_id: waived ? second : null,
      assigned_at: now,
    })
    .execute();
  await record(trx, actor, {
    action: 'audit.auditor-assigned',
    object: { type: 'audit', id: audit.id, version: audit.version },
    now,
    reason: waived ? reason : undefined,
    payload: { officer: input.officerId, part: input.part, secondReviewer: waived ? second : null },
  });
}
