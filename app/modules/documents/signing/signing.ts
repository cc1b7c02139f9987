import type { Day } from '#app/http/clock.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { covers, type Period } from '../../organization/period.ts';
import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';
import { type Holding, positionsHeldBy } from '../../organization/seats.ts';
import { refusalOverComments } from '../comments/comment.ts';
import { isDrafter, type RevisionFacts, refusalByState, signersOf } from '../revision.ts';

/** Who signs: the officer and the content hash of the page that was before their eyes. */
export interface Signer {
  officer: string | null;
  seenHash: string;
}

/** A position may approve documents of a kind. */
export interface Authority extends Period {
  position: string;
  kind: DocumentKind;
}

/** A delegation as far as approvals go; `until` is its last day, an earlier end included. */
export interface ApprovalDelegation {
  id: string;
  from: string;
  to: string;
  kinds: readonly DocumentKind[];
  validFrom: Day;
  until: Day;
}

/** What the office's records say about positions and authority. */
export interface SigningRecords {
  authorities: readonly Authority[];
  holdings: readonly Holding[];
  delegations: readonly ApprovalDelegation[];
}

/** By what an officer may approve: a position held, or a delegation from one who holds it. */
export interface AuthorityHeld {
  position: string;
  delegation: string | null;
  delegator: string | null;
}

/**
 * Everything by which the officer may approve a document of the kind on the day; own positions first. A delegate
 * acts only for someone with own authority that day: what was delegated cannot be delegated on.
 */
export function authoritiesHeld(
  records: SigningRecords,
  officer: string,
  kind: DocumentKind,
  day: Day,
): AuthorityHeld[] {
  const own = positionsWithAuthority(records, officer, kind, day).map((position) => ({
    position,
    delegation: null,
    delegator: null,
  }));
  const delegated = records.delegations
    .filter((delegation) => delegation.to === officer && delegation.kinds.includes(kind))
    .filter((delegation) => covers({ from: delegation.validFrom, until: delegation.until }, day))
    .flatMap((delegation) =>
      positionsWithAuthority(records, delegation.from, kind, day).map((position) => ({
        position,
        delegation: delegation.id,
        delegator: delegation.from,
      })),
    );
  return [...own, ...delegated];
}

function positionsWithAuthority(
  records: SigningRecords,
  officer: string,
  kind: DocumentKind,
  day: Day,
): string[] {
  const held = positionsHeldBy(officer, day, records.holdings);
  return records.authorities
    .filter((authority) => authority.kind === kind && covers(authority, day))
    .map((authority) => authority.position)
    .filter((position) => held.includes(position));
}

export function refusalToReview(revision: RevisionFacts, signer: Signer): Refusal | null {
  return firstRefusal(
    () => refusalByState(revision, 'review'),
    () => refusalOfSigner(revision, signer),
    () =>
      signersOf(revision, 'reviewed').includes(signer.officer ?? '')
        ? refusal('documents.refusal.already-reviewed')
        : null,
  );
}

/** Drafter, reviewer and approver are three people; the approver has authority on the day of signing. */
export function refusalToApprove(
  revision: RevisionFacts,
  signer: Signer,
  records: SigningRecords,
  day: Day,
): Refusal | null {
  const reviewers = signersOf(revision, 'reviewed');
  return firstRefusal(
    () => refusalByState(revision, 'approve'),
    () => refusalOfSigner(revision, signer),
    () => (reviewers.length === 0 ? refusal('documents.refusal.not-reviewed') : null),
    () => (reviewers.includes(signer.officer ?? '') ? refusal('documents.refusal.reviewer-approves') : null),
    () => refusalOfAuthority(revision, signer.officer ?? '', records, day),
    () => refusalOverComments(revision.unanswered),
  );
}

/** The authority an approval is signed by; null where `refusalToApprove` refuses. */
export function authorityToApprove(
  revision: RevisionFacts,
  officer: string,
  records: SigningRecords,
  day: Day,
): AuthorityHeld | null {
  const held = authoritiesHeld(records, officer, revision.kind, day);
  return held.find((authority) => !closesTheLoop(revision, authority)) ?? null;
}

function refusalOfAuthority(
  revision: RevisionFacts,
  officer: string,
  records: SigningRecords,
  day: Day,
): Refusal | null {
  if (authorityToApprove(revision, officer, records, day)) return null;
  const held = authoritiesHeld(records, officer, revision.kind, day);
  return refusal(
    held.length === 0 ? 'documents.refusal.no-authority' : 'documents.refusal.delegator-took-part',
  );
}

/** A delegate signs in the delegator's stead, so the delegator must not have drafted or reviewed the text either. */
function closesTheLoop(revision: RevisionFacts, { delegator }: AuthorityHeld): boolean {
  return (
    delegator !== null &&
    (isDrafter(revision, delegator) || signersOf(revision, 'reviewed').includes(delegator))
  );
}

function refusalOfSigner(revision: RevisionFacts, { officer, seenHash }: Signer): Refusal | null {
  if (officer === null) return refusal('documents.refusal.no-officer');
  if (seenHash !== revision.contentHash) return refusal('documents.refusal.text-changed');
  return isDrafter(revision, officer) ? refusal('documents.refusal.same-person') : null;
}
