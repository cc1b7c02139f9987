import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { getAudit } from './audit-reading.server.ts';
import type { AuditSide } from './paths.ts';

/** What the pages of one audit show, and what this reader may do next. */
export async function readAuditPage(db: Db, actor: Actor, name: string) {
  const { audit, units, auditors, checklists, counts, findings, moves, plannedBy } = await getAudit(
    db,
    actor,
    name,
  );
  const own = auditors.find((one) => one.officerId === actor.officerId);
  const ended = audit.state === 'reported' || audit.state === 'closed';
  return {
    audit: {
      id: audit.id,
      number: audit.number,
      kind: audit.kind,
      title: audit.title,
      objective: audit.objective,
      scope: audit.scope,
      edition: audit.edition,
      state: audit.state,
      periodFrom: audit.period_from,
      periodUntil: audit.period_until,
      plannedOn: audit.planned_on,
      conclusion: audit.conclusion,
      createdAt: audit.created_at,
    },
    units,
    auditors: auditors.map(({ id, officerName, part, exceptionReason, secondReviewerName, ties }) => ({
      id,
      officerName,
      part,
      exceptionReason,
      secondReviewerName,
      tied: ties.length > 0,
    })),
    checklists,
    counts,
    findings,
    moves,
    plannedBy,
    can: {
      assign: !ended && may(actor, 'audit.plan'),
      make: !ended && may(actor, 'checklist.make'),
      next: nextSide(actor, audit, own?.part ?? null),
    },
  };
}
export type AuditPage = Awaited<ReturnType<typeof readAuditPage>>;

function nextSide(
  actor: Actor,
  audit: { state: string; kind: string },
  part: 'lead' | 'auditor' | null,
): AuditSide | null {
  const begins = part !== null || may(actor, 'audit.plan');
  switch (audit.state) {
    case 'planned':
      if (audit.kind === 'unannounced-check') return begins ? 'start' : null;
      return may(actor, 'audit.plan') ? 'announcement' : null;
    case 'announced':
      return begins ? 'start' : null;
    case 'under-way':
      return part === 'lead' ? 'report' : null;
    case 'reported':
      return may(actor, 'audit.close') ? 'closure' : null;
    default:
      return null;
  }
}
