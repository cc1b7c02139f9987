import { type Day, isDay } from '#app/http/clock.ts';
import { covers, overlaps, type Period } from './period.ts';
import { firstRefusal, type Refusal, refusal } from './refusal.ts';

/** Tasks of roles and approvals of document kinds handed to another officer by a written, dated decision. */
export interface Delegation {
  id: string;
  from: string;
  to: string;
  roles: readonly string[];
  approvalKinds: readonly string[];
  validFrom: Day;
  /** Last day, an earlier end included. */
  until: Day;
}

export interface ProposedDelegation extends Omit<Delegation, 'id' | 'until'> {
  until: Day | null;
  conditions: string;
  decisionNumber: string;
}

/** What the office's records say on the day the delegation is recorded. */
export interface DelegationSituation {
  today: Day;
  /** Days on which an officer serves in the agency; none = unknown officer. */
  serviceOf(officer: string): Period | null;
  /** Roles and approval kinds the delegator has by own positions throughout the proposed period. */
  ownRoles: readonly string[];
  ownApprovalKinds: readonly string[];
  /** All delegations of the agency. */
  existing: readonly Delegation[];
}

/**
 * By written decision, for named tasks, with an end, never backwards; the delegate serves throughout, and nothing that
 * came by delegation is delegated on (Law 72/2025 Art. 14; Decree 30/2020 Art. 13).
 */
export function refusalToDelegate(
  proposed: ProposedDelegation,
  situation: DelegationSituation,
): Refusal | null {
  return firstRefusal(
    () => (proposed.from === proposed.to ? refusal('organization.refusal.delegates-to-self') : null),
    () => refusalOfPeriod(proposed, situation.today),
    () => refusalOfContent(proposed),
    () => refusalOfService(proposed, situation),
    () => refusalOfOwnership(proposed, situation),
    () => refusalOfChain(proposed, situation.existing),
  );
}

function refusalOfPeriod({ validFrom, until }: ProposedDelegation, today: Day): Refusal | null {
  if (until === null) return refusal('organization.refusal.delegation-endless');
  if (!isDay(validFrom) || !isDay(until)) return refusal('organization.refusal.no-day');
  if (validFrom < today) return refusal('organization.refusal.delegation-backwards', { day: today });
  return until < validFrom ? refusal('organization.refusal.delegation-ends-before-it-begins') : null;
}

function refusalOfContent({ roles, approvalKinds, decisionNumber }: ProposedDelegation): Refusal | null {
  if (roles.length === 0 && approvalKinds.length === 0)
    return refusal('organization.refusal.delegation-empty');
  return decisionNumber.trim() === '' ? refusal('organization.refusal.no-decision-number') : null;
}

function refusalOfService(proposed: ProposedDelegation, { serviceOf }: DelegationSituation): Refusal | null {
  const serves = (officer: string) => {
    const service = serviceOf(officer);
    return (
      service !== null && [proposed.validFrom, proposed.until ?? ''].every((day) => covers(service, day))
    );
  };
  if (!serves(proposed.from)) return refusal('organization.refusal.delegator-inactive');
  return serves(proposed.to) ? null : refusal('organization.refusal.delegate-inactive');
}

function refusalOfOwnership(proposed: ProposedDelegation, situation: DelegationSituation): Refusal | null {
  const foreign = [
    ...proposed.roles.filter((role) => !situation.ownRoles.includes(role)),
    ...proposed.approvalKinds.filter((kind) => !situation.ownApprovalKinds.includes(kind)),
  ];
  const [item] = foreign;
  if (item === undefined) return null;
  const received = situation.existing.some(
    (other) =>
      other.to === proposed.from && names(other, item) && overlaps(periodOf(other), periodOf(proposed)),
  );
  return refusal(received ? 'organization.refusal.delegated-on' : 'organization.refusal.delegates-foreign', {
    item,
  });
}

/** The delegate must not be handing the same thing on at the same time, or it would come round. */
function refusalOfChain(proposed: ProposedDelegation, existing: readonly Delegation[]): Refusal | null {
  const items = [...proposed.roles, ...proposed.approvalKinds];
  const handsOn = existing
    .filter((other) => other.from === proposed.to && overlaps(periodOf(other), periodOf(proposed)))
    .flatMap((other) => items.filter((item) => names(other, item)));
  const [item] = handsOn;
  return item === undefined ? null : refusal('organization.refusal.delegate-delegates', { item });
}

export function isActiveOn(delegation: Delegation, day: Day): boolean {
  return covers(periodOf(delegation), day);
}

/** Delegations by which an officer acts on a day. */
export function delegationsTo(officer: string, day: Day, delegations: readonly Delegation[]): Delegation[] {
  return delegations.filter((delegation) => delegation.to === officer && isActiveOn(delegation, day));
}

function periodOf({ validFrom, until }: { validFrom: Day; until: Day | null }): Period {
  return { from: validFrom, until };
}

function names(delegation: Delegation, item: string): boolean {
  return delegation.roles.includes(item) || delegation.approvalKinds.includes(item);
}
