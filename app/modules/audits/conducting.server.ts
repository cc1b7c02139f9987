import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, type Permission } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import type { Refusal } from '../organization/refusal.ts';
import { type AuditFile, readAuditFile } from './audit-file.server.ts';
import { findAudit, moveAudit, refuseNamed } from './audit-record.server.ts';
import {
  type AuditAct,
  type AuditFacts,
  refusalToAnnounce,
  refusalToBegin,
  refusalToClose,
  refusalToReport,
} from './lifecycle.ts';

/** The units to be audited are told: when, by whom, against what. */
export async function announceAudit(
  trx: Trx,
  actor: Actor,
  input: { auditId: string; note: string },
  now: Instant,
): Promise<void> {
  await carryOut(trx, actor, { ...input, permission: 'audit.plan', act: 'announce' }, refusalToAnnounce, now);
}

/** The opening meeting was held; rows may be answered from now on. */
export async function beginAudit(
  trx: Trx,
  actor: Actor,
  input: { auditId: string; note: string },
  now: Instant,
): Promise<void> {
  const permission = actor.roles.includes('quality-officer') ? 'audit.plan' : 'audit.conduct';
  await carryOut(trx, actor, { ...input, permission, act: 'begin' }, refusalToBegin, now);
}

/** The report: every row has a result, every fault its nonconformity, and the lead auditor draws the conclusion. */
export async function reportAudit(
  trx: Trx,
  actor: Actor,
  input: { auditId: string; conclusion: string },
  now: Instant,
): Promise<void> {
  const { auditId, conclusion } = input;
  await carryOut(
    trx,
    actor,
    { auditId, note: '', permission: 'audit.conduct', act: 'report', conclusion },
    refusalToReport,
    now,
  );
}

export async function closeAudit(
  trx: Trx,
  actor: Actor,
  input: { auditId: string; note: string },
  now: Instant,
): Promise<void> {
  await carryOut(trx, actor, { ...input, permission: 'audit.close', act: 'close' }, refusalToClose, now);
}

interface Carried {
  auditId: string;
  note: string;
  conclusion?: string;
  permission: Permission;
  act: AuditAct;
}

async function carryOut(
  trx: Trx,
  actor: Actor,
  input: Carried,
  refusalTo: (facts: AuditFacts) => Refusal | null,
  now: Instant,
): Promise<void> {
  authorize(actor, input.permission);
  const audit = await findAudit(trx, actor, input.auditId);
  const file = await readAuditFile(trx, audit);
  if (input.permission === 'audit.conduct') refuseOutsiders(file, actor, input.act === 'report');
  const conclusion = input.conclusion ?? audit.conclusion;
  refuseNamed(refusalTo({ ...file.facts, conclusion }), file.names);
  const version = await moveAudit(trx, actor, audit, input.act, { conclusion, note: input.note }, now);
  await record(trx, actor, {
    action: 'audit.moved',
    object: { type: 'audit', id: audit.id, version },
    now,
    payload: { act: input.act, from: audit.state },
  });
}

/** Only the team conducts an audit, and only its lead reports it. */
function refuseOutsiders({ auditors }: AuditFile, actor: Actor, onlyLead: boolean): void {
  const own = auditors.find((one) => one.officerId === actor.officerId);
  if (!own) throw new Refused('audits.refusal.not-assigned');
  if (onlyLead && own.part !== 'lead') throw new Refused('audits.refusal.not-lead');
}
