import type { Day } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import type { RetentionState } from './retention.ts';

/** A record as its disposal looks at it, on a day. */
export interface DisposalFacts {
  number: string;
  state: RetentionState;
  disposed: boolean;
  /** Stands in another disposal that was not refused and not carried out. */
  inOpenDisposal: boolean;
}

export type DisposalState = 'proposed' | 'agreed' | 'refused' | 'carried-out';

export function disposalState(facts: { agreed: number | null; disposedOn: Day | null }): DisposalState {
  if (facts.disposedOn !== null) return 'carried-out';
  if (facts.agreed === null) return 'proposed';
  return facts.agreed === 1 ? 'agreed' : 'refused';
}

/** Nothing goes before its time: only a period that has ended or a recorded event ends a retention. */
export function refusalToDisposeOf(record: DisposalFacts): Refusal | null {
  const { number } = record;
  return firstRefusal(
    () => (record.disposed ? refusal('records.refusal.already-disposed', { number }) : null),
    () => (record.inOpenDisposal ? refusal('records.refusal.in-other-disposal', { number }) : null),
    () => (record.state === 'ended' ? null : refusal('records.refusal.not-due', { number })),
  );
}

export function refusalToPropose(records: readonly DisposalFacts[], officer: string | null): Refusal | null {
  return firstRefusal(
    () => (officer === null ? refusal('records.refusal.no-officer') : null),
    () => (records.length === 0 ? refusal('records.refusal.no-record') : null),
    ...records.map((record) => () => refusalToDisposeOf(record)),
  );
}

export interface DisposalDecision {
  agreed: boolean;
  number: string;
  on: Day;
  /** Members of the council, one a line. */
  members: string[];
  reason: string;
}

export function refusalToDecide(
  disposal: { state: DisposalState; proposer: string; proposedOn: Day },
  officer: string | null,
  decision: DisposalDecision,
  today: Day,
): Refusal | null {
  return firstRefusal(
    () => (officer === null ? refusal('records.refusal.no-officer') : null),
    () => (disposal.state === 'proposed' ? null : refusal('records.refusal.decided-already')),
    () => (disposal.proposer === officer ? refusal('records.refusal.own-proposal') : null),
    () => (decision.on > today ? refusal('records.refusal.decision-ahead') : null),
    () => (decision.on < disposal.proposedOn ? refusal('records.refusal.decision-before-proposal') : null),
    () => (decision.agreed && decision.members.length === 0 ? refusal('records.refusal.no-council') : null),
    () => (!decision.agreed && decision.reason === '' ? refusal('records.refusal.no-refusal-reason') : null),
  );
}

export function refusalToCarryOut(
  disposal: { state: DisposalState; decidedOn: Day | null },
  records: readonly DisposalFacts[],
  minute: { officer: string | null; on: Day; today: Day },
): Refusal | null {
  return firstRefusal(
    () => (minute.officer === null ? refusal('records.refusal.no-officer') : null),
    () => (disposal.state === 'carried-out' ? refusal('records.refusal.carried-out-already') : null),
    () => (disposal.state === 'agreed' ? null : refusal('records.refusal.not-decided')),
    () => (minute.on > minute.today ? refusal('records.refusal.minute-ahead') : null),
    () =>
      disposal.decidedOn !== null && minute.on < disposal.decidedOn
        ? refusal('records.refusal.minute-before-decision')
        : null,
    // The law may have changed, or a longer retention been stated, since it was decided.
    ...records.map((record) => () => refusalToDisposeOf({ ...record, inOpenDisposal: false })),
  );
}

/** `ĐNH-2026-001` */
export function disposalNumber(year: number, sequence: number): string {
  return `ĐNH-${year}-${String(sequence).padStart(3, '0')}`;
}
