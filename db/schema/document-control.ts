import type { Day, Instant } from './columns.ts';

/** A request to write, amend or withdraw a document (BM-01-01). */
export interface ChangeRequestTable {
  id: string;
  agency_id: string;
  /** `PĐN-2026-001`, counted per agency and year. */
  number: string;
  year: number;
  sequence: number;
  /** write | amend | withdraw */
  kind: string;
  /** proposed | opinions | agreed | refused | drafting | done | cancelled */
  state: string;
  /** The document it is about; of a text to be written only once its draft was begun. */
  document_id: string | null;
  document_kind: string;
  title: string;
  /** Unit of the proposer, whose head says their opinion. */
  unit_id: string;
  reason: string;
  legal_ground: string;
  ground_in_force_from: Day | null;
  content_before: string;
  content_after: string;
  impact_forms: string;
  impact_training: string;
  impact_software: string;
  /** The revision that was begun for it. */
  revision_id: string | null;
  version: number;
  proposed_at: Instant;
  proposed_by: string;
}

export interface ChangeRequestMoveTable {
  id: string;
  agency_id: string;
  change_request_id: string;
  from_state: string;
  to_state: string;
  reason: string;
  moved_at: Instant;
  moved_by: string;
}

export interface ChangeRequestOpinionTable {
  id: string;
  agency_id: string;
  change_request_id: string;
  /** unit-head | quality-officer */
  part: string;
  /** 1 in favour, 0 against. */
  favours: number;
  opinion: string;
  given_at: Instant;
  given_by: string;
}

export interface ChangeRequestDecisionTable {
  id: string;
  agency_id: string;
  change_request_id: string;
  agreed: number;
  reason: string;
  /** Day by which the draft is to be there; null where refused. */
  due_on: Day | null;
  drafter_id: string | null;
  /** By what it was decided: the position, `KT.` or `TUQ.` before it, and the delegation. */
  position_name: string;
  prefix: string;
  delegation_id: string | null;
  decided_at: Instant;
  decided_by: string;
}

/** A comment on a draft or a text in review (BM-01-08); it stays with its revision. */
export interface RevisionCommentTable {
  id: string;
  agency_id: string;
  revision_id: string;
  /** Section of the text it is about; null = the whole document. */
  section_key: string | null;
  section_title: string;
  /** The text it was written about. */
  content_sha256: string;
  comment: string;
  written_at: Instant;
  written_by: string;
}

/** The drafter's answer, once for each comment. */
export interface CommentAnswerTable {
  id: string;
  agency_id: string;
  comment_id: string;
  accepted: number;
  answer: string;
  answered_at: Instant;
  answered_by: string;
}

/** Who signs the decision of a release, as its paper says it. */
export interface ReleaseSigningTable {
  id: string;
  agency_id: string;
  release_id: string;
  officer_id: string;
  /** Nothing, `KT.` or `TUQ.` */
  prefix: string;
  /** For whom, with a prefix: the position whose authority it is. */
  on_behalf_of: string;
  position_name: string;
  delegation_id: string | null;
}
