import type { Day } from '#app/http/clock.ts';

export const legalBasisStatuses = ['in-force', 'partly', 'not-yet', 'expired', 'unknown'] as const;
export type BasisStatus = (typeof legalBasisStatuses)[number];

export interface DatedBasis {
  /** As looked up; its days speak before it. */
  status: string;
  in_force_from: Day | null;
  in_force_until: Day | null;
}

/** What a legal basis is on a day: a word that was right when it was written never outlives its days. */
export function basisStatusOn(basis: DatedBasis, day: Day): BasisStatus {
  if (basis.in_force_until !== null && day > basis.in_force_until) return 'expired';
  if (basis.in_force_from !== null && day < basis.in_force_from) return 'not-yet';
  // "Not yet" ends with the first day, "expired" has not come before the last one.
  if (basis.status === 'not-yet' && basis.in_force_from !== null) return 'in-force';
  if (basis.status === 'expired' && basis.in_force_until !== null) return 'in-force';
  return legalBasisStatuses.find((status) => status === basis.status) ?? 'unknown';
}
