import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';

export const revisionStates = ['draft', 'in-review', 'approved', 'released'] as const;
export type RevisionState = (typeof revisionStates)[number];

export type RevisionAct =
  | 'edit'
  | 'submit'
  | 'withdraw-submission'
  | 'review'
  | 'return'
  | 'approve'
  | 'release'
  | 'adopt';

interface Transition {
  from: readonly RevisionState[];
  to: RevisionState;
  /** Message key of the refusal from any other state. */
  otherwise: string;
}

/**
 * Every permitted move of a revision; what is not here is forbidden. What is in force, superseded or withdrawn is no
 * state but computed from the releases (`in-force.ts`). `adopt` releases a text decided before the system.
 */
export const revisionTransitions: Readonly<Record<RevisionAct, Transition>> = {
  edit: { from: ['draft'], to: 'draft', otherwise: 'documents.refusal.frozen' },
  submit: { from: ['draft'], to: 'in-review', otherwise: 'documents.refusal.not-draft' },
  'withdraw-submission': { from: ['in-review'], to: 'draft', otherwise: 'documents.refusal.not-in-review' },
  review: { from: ['in-review'], to: 'in-review', otherwise: 'documents.refusal.not-in-review' },
  return: { from: ['in-review', 'approved'], to: 'draft', otherwise: 'documents.refusal.not-returnable' },
  approve: { from: ['in-review'], to: 'approved', otherwise: 'documents.refusal.not-in-review' },
  release: { from: ['approved'], to: 'released', otherwise: 'documents.refusal.not-approved' },
  adopt: { from: ['draft'], to: 'released', otherwise: 'documents.refusal.not-draft' },
};

export interface RevisionSignature {
  step: 'drafted' | 'reviewed' | 'approved';
  officer: string;
  contentHash: string;
}

/** What the rules of a revision need to know. Officers are ids. */
export interface RevisionFacts {
  state: RevisionState;
  kind: DocumentKind;
  /** SHA-256 of the source as it is now. */
  contentHash: string;
  /** Everyone who wrote in this revision. */
  authors: readonly string[];
  submittedBy: string | null;
  /** Signatures that are not voided. */
  signatures: readonly RevisionSignature[];
  /** Comments on it that no drafter answered. */
  unanswered: number;
}

export function refusalByState(revision: Pick<RevisionFacts, 'state'>, act: RevisionAct): Refusal | null {
  const transition = revisionTransitions[act];
  return transition.from.includes(revision.state) ? null : refusal(transition.otherwise);
}

/** The drafter of a revision is whoever wrote in it, submitted it or signed it as drafted. */
export function isDrafter(revision: RevisionFacts, officer: string): boolean {
  return (
    revision.authors.includes(officer) ||
    revision.submittedBy === officer ||
    signersOf(revision, 'drafted').includes(officer)
  );
}

/** Only a signature under the very content that stands there now counts. */
export function signersOf(revision: RevisionFacts, step: RevisionSignature['step']): string[] {
  return revision.signatures
    .filter((signature) => signature.step === step && signature.contentHash === revision.contentHash)
    .map((signature) => signature.officer);
}

/** Who would save or submit a draft, as far as the right to its text goes. */
export interface Writer {
  officer: string | null;
  isQualityOfficer: boolean;
  /** Heads, today, the unit that owns the document. */
  headsOwner: boolean;
}

/**
 * A draft is its authors' own; the quality officer and the head of the owning unit answer for it and may write too. A
 * text of the starter library has no author until somebody writes in it.
 */
export function refusalOfWriter({ authors }: Pick<RevisionFacts, 'authors'>, writer: Writer): Refusal | null {
  if (writer.isQualityOfficer || writer.headsOwner || authors.length === 0) return null;
  return writer.officer !== null && authors.includes(writer.officer)
    ? null
    : refusal('documents.refusal.not-an-author');
}

export function refusalToEdit(
  revision: Pick<RevisionFacts, 'state' | 'authors'>,
  writer: Writer,
): Refusal | null {
  return firstRefusal(
    () => refusalByState(revision, 'edit'),
    () => refusalOfWriter(revision, writer),
  );
}

export interface Submission {
  writer: Writer;
  /** The code the document has or is to get; null when none was given. */
  code: string | null;
  /** The code belongs to another document of the agency. */
  codeTaken: boolean;
  /** Errors of the six-clears check; warnings do not count. */
  errors: number;
  changeSummary: string;
  /** The document has a released revision already, so the change must be summed up. */
  changesRelease: boolean;
}

export function refusalToSubmit(revision: RevisionFacts, submission: Submission): Refusal | null {
  const { writer, code, codeTaken, errors, changeSummary, changesRelease } = submission;
  return firstRefusal(
    () => refusalByState(revision, 'submit'),
    () => (writer.officer === null ? refusal('documents.refusal.no-officer') : null),
    () => refusalOfWriter(revision, writer),
    () => (code === null || code.trim() === '' ? refusal('documents.refusal.no-code') : null),
    () => (codeTaken ? refusal('documents.refusal.code-taken') : null),
    () => (errors > 0 ? refusal('documents.refusal.findings', { count: errors }) : null),
    () =>
      changesRelease && changeSummary.trim() === '' ? refusal('documents.refusal.no-change-summary') : null,
  );
}

export function refusalToWithdrawSubmission(revision: RevisionFacts, officer: string | null): Refusal | null {
  return firstRefusal(
    () => refusalByState(revision, 'withdraw-submission'),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () =>
      officer !== null && !isDrafter(revision, officer) ? refusal('documents.refusal.not-the-drafter') : null,
  );
}

/** Sent back to the drafter with what is to be done; all signatures are void. An approved text too, until it is released. */
export function refusalToReturn(
  revision: RevisionFacts,
  officer: string | null,
  comment: string,
): Refusal | null {
  return firstRefusal(
    () => refusalByState(revision, 'return'),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (officer !== null && isDrafter(revision, officer) ? refusal('documents.refusal.own-return') : null),
    () => (comment.trim() === '' ? refusal('documents.refusal.no-comment') : null),
  );
}
