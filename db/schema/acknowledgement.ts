import type { Day, Instant, Json } from './columns.ts';

/** One signature of an officer under what was shown to them of a revision. */
export interface AcknowledgementTable {
  id: string;
  agency_id: string;
  revision_id: string;
  officer_id: string;
  /**
   * JSON array of the parts shown: `section:<id>` (a section's own words), `step:<id>`. A bare section id stands for
   * the section with its steps, as whole revisions were acknowledged before.
   */
  sections: Json;
  /** SHA-256 of what was shown. */
  content_sha256: string;
  acknowledged_at: Instant;
}

/** What a release sets for its reading; releases without a row have the usual terms. */
export interface ReleaseTermsTable {
  id: string;
  agency_id: string;
  release_id: string;
  /** Working days after the first day in force. */
  acknowledge_within: number;
  /** Set where the release takes effect when all have acknowledged: not before this day. */
  not_before: Day | null;
}

/** A revision released on the condition that all acknowledge; its `release_item` is written when they have. */
export interface AwaitingItemTable {
  id: string;
  agency_id: string;
  release_id: string;
  document_id: string;
  revision_id: string;
}

/** The condition of a release is met: from here on its day is known. */
export interface ReleaseFulfilmentTable {
  id: string;
  agency_id: string;
  release_id: string;
  in_force_from: Day;
  /** acknowledged | nobody-left */
  cause: string;
  fulfilled_at: Instant;
}

/** A question about what changed, answered before signing. */
export interface ReleaseQuestionTable {
  id: string;
  agency_id: string;
  release_id: string;
  revision_id: string;
  /** 1 or 2 */
  sort: number;
  words: string;
  /** JSON array of texts. */
  choices: Json;
  /** 1 for the first choice. */
  right_choice: number;
}

export interface QuestionTryTable {
  id: string;
  agency_id: string;
  question_id: string;
  officer_id: string;
  choice: number;
  is_right: number;
  tried_at: Instant;
}

/** Someone asked whether a document in force still serves, and said so (7.5.2 c). */
export interface PeriodicReviewTable {
  id: string;
  agency_id: string;
  document_id: string;
  /** The revision that was in force and looked at. */
  revision_id: string;
  /** unchanged | revise | withdraw */
  outcome: string;
  remark: string;
  /** JSON array of `{key, status}`: the legal bases looked at, as the register had them. */
  legal_bases: Json;
  reviewed_on: Day;
  reviewed_at: Instant;
  reviewer_id: string;
  reviewer_name: string;
}
