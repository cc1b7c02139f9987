import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';
import type { BasisFacts } from './basis-form.ts';

/** Which facts of a legal basis cannot stand together. `known`: every key of the register. */
export function refusalToRecordBasis(
  key: string,
  basis: BasisFacts,
  known: ReadonlyMap<string, { replacedBy: string | null }>,
): Refusal | null {
  const { inForceFrom: from, inForceUntil: until, status, replacedBy } = basis;
  return firstRefusal(
    () =>
      from !== null && until !== null && until < from ? refusal('legal.refusal.days-out-of-order') : null,
    () => (status === 'not-yet' && from === null ? refusal('legal.refusal.not-yet-without-day') : null),
    () => (replacedBy === key ? refusal('legal.refusal.replaced-by-itself') : null),
    () => (replacedBy !== null && !known.has(replacedBy) ? refusal('legal.refusal.unknown-basis') : null),
    () => (isCircle(key, replacedBy, known) ? refusal('legal.refusal.circle') : null),
  );
}

/** A law that is replaced by one that it replaces itself would have no end. */
function isCircle(
  key: string,
  replacedBy: string | null,
  known: ReadonlyMap<string, { replacedBy: string | null }>,
): boolean {
  const seen = new Set<string>();
  for (let at = replacedBy; at !== null && !seen.has(at); at = known.get(at)?.replacedBy ?? null) {
    if (at === key) return true;
    seen.add(at);
  }
  return false;
}
