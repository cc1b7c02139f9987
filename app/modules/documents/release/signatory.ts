import type { Day } from '#app/http/clock.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { type Refusal, refusal } from '../../organization/refusal.ts';
import { type AuthorityHeld, authoritiesHeld, type SigningRecords } from '../signing/signing.ts';

/** Who signs a decision and by what: the officer, and the position or delegation used. */
export interface Signatory extends AuthorityHeld {
  officer: string;
}

/** One text for a choice on a page; ids hold no bar. */
export function signatoryKey({ officer, position, delegation }: Signatory): string {
  return [officer, position, delegation ?? ''].join('|');
}

/** Everyone who may sign a decision about one of the kinds on a day, each way once; own authority before delegations. */
export function signatoriesFor(
  records: SigningRecords,
  kinds: readonly DocumentKind[],
  day: Day,
): Signatory[] {
  const officers = new Set([
    ...records.holdings.map((holding) => holding.officer),
    ...records.delegations.map((delegation) => delegation.to),
  ]);
  const found = new Map<string, Signatory>();
  for (const officer of officers)
    for (const kind of kinds)
      for (const held of authoritiesHeld(records, officer, kind, day)) {
        const signatory = { officer, ...held };
        found.set(signatoryKey(signatory), signatory);
      }
  return [...found.values()].sort((a, b) => Number(a.delegation !== null) - Number(b.delegation !== null));
}

/** Whoever signs a decision has authority over every kind of document in it on the day of signing. */
export function refusalOfSignatory(
  signatory: Signatory,
  kinds: readonly DocumentKind[],
  records: SigningRecords,
  day: Day,
): Refusal | null {
  const key = signatoryKey(signatory);
  const without = kinds.find(
    (kind) =>
      !authoritiesHeld(records, signatory.officer, kind, day).some(
        (held) => signatoryKey({ officer: signatory.officer, ...held }) === key,
      ),
  );
  return without === undefined ? null : refusal('releases.refusal.signatory', { kind: without });
}
