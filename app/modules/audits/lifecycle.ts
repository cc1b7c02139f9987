import { type Day, isDay } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import type { Edition } from '../standards/edition.ts';
import { type Answer, opensNonconformity } from './grades.ts';
import { type IndependenceException, refusalToAssign, type Tie } from './independence.ts';

export const auditStates = ['planned', 'announced', 'under-way', 'reported', 'closed'] as const;
export type AuditState = (typeof auditStates)[number];

export const auditKinds = [
  'internal-audit',
  'periodic-check',
  'unannounced-check',
  'culture-check',
  'provincial-inspection',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export type AuditAct = 'announce' | 'begin' | 'answer' | 'report' | 'close';

/** Every permitted move; an unannounced check begins from planned, every other audit only once it is announced. */
export const auditTransitions: Readonly<
  Record<AuditAct, { from: readonly AuditState[]; to: AuditState; otherwise: string }>
> = {
  announce: { from: ['planned'], to: 'announced', otherwise: 'audits.refusal.not-planned' },
  begin: { from: ['announced'], to: 'under-way', otherwise: 'audits.refusal.not-announced' },
  answer: { from: ['under-way'], to: 'under-way', otherwise: 'audits.refusal.not-under-way' },
  report: { from: ['under-way'], to: 'reported', otherwise: 'audits.refusal.not-under-way' },
  close: { from: ['reported'], to: 'closed', otherwise: 'audits.refusal.not-reported' },
};

export interface AssignedAuditor {
  officer: string;
  part: 'lead' | 'auditor';
  ties: readonly Tie[];
  exception: IndependenceException | null;
}

export interface AuditedRow {
  /** Null = not answered yet. */
  answer: Answer | null;
  /** Number of the nonconformity the row opened, or null. */
  nonconformity: string | null;
}

export interface AuditFacts {
  state: AuditState;
  kind: AuditKind;
  edition: Edition;
  objective: string;
  units: readonly string[];
  plannedOn: Day | null;
  auditors: readonly AssignedAuditor[];
  rows: readonly AuditedRow[];
  conclusion: string;
}

export function refusalByState(audit: Pick<AuditFacts, 'state' | 'kind'>, act: AuditAct): Refusal | null {
  const { from, otherwise } = auditTransitions[act];
  if (audit.kind === 'unannounced-check') {
    if (act === 'announce') return refusal('audits.refusal.unannounced');
    if (act === 'begin') return audit.state === 'planned' ? null : refusal('audits.refusal.not-planned');
  }
  return from.includes(audit.state) ? null : refusal(otherwise);
}

export function refusalToAnnounce(audit: AuditFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(audit, 'announce'),
    () => refusalOfPreparation(audit),
  );
}

/** What was ready when the audit was announced must still be ready, and there is something to ask. */
export function refusalToBegin(audit: AuditFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(audit, 'begin'),
    () => refusalOfPreparation(audit),
    () => (audit.rows.length === 0 ? refusal('audits.refusal.no-checklist') : null),
  );
}

export function refusalToReport(audit: AuditFacts): Refusal | null {
  const open = audit.rows.filter((row) => row.answer === null).length;
  return firstRefusal(
    () => refusalByState(audit, 'report'),
    () => (open > 0 ? refusal('audits.refusal.rows-open', { count: open }) : null),
    () => refusalOfMissingNonconformities(audit),
    () => (audit.conclusion.trim() === '' ? refusal('audits.refusal.no-conclusion') : null),
  );
}

export function refusalToClose(audit: AuditFacts): Refusal | null {
  return firstRefusal(
    () => refusalByState(audit, 'close'),
    () => refusalOfMissingNonconformities(audit),
  );
}

/** Objective of each audit (9.2.2), where and when, one lead, and nobody auditing own work. */
function refusalOfPreparation(audit: AuditFacts): Refusal | null {
  const leads = audit.auditors.filter((auditor) => auditor.part === 'lead').length;
  return firstRefusal(
    () => (audit.objective.trim() === '' ? refusal('audits.refusal.no-objective') : null),
    () => (audit.units.length === 0 ? refusal('audits.refusal.no-unit') : null),
    () => (audit.plannedOn === null || !isDay(audit.plannedOn) ? refusal('audits.refusal.no-day') : null),
    () => (leads !== 1 ? refusal('audits.refusal.one-lead', { count: leads }) : null),
    () =>
      firstRefusal(
        ...audit.auditors.map(
          ({ officer, ties, exception }) =>
            () =>
              refusalToAssign(officer, ties, audit.edition, exception),
        ),
      ),
  );
}

function refusalOfMissingNonconformities({ rows }: AuditFacts): Refusal | null {
  const missing = rows.filter(
    ({ answer, nonconformity }) => answer !== null && opensNonconformity(answer) && nonconformity === null,
  ).length;
  return missing > 0 ? refusal('audits.refusal.nonconformities-missing', { count: missing }) : null;
}
