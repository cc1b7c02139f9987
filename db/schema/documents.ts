import type { Day, Instant, Json } from './columns.ts';

export interface DocumentTable {
  id: string;
  agency_id: string;
  kind: string;
  /** Assigned at submission, unique per agency for ever. */
  code: string | null;
  code_folded: string | null;
  /** The code an imported text claims; free text until submission. */
  claimed_code: string | null;
  unit_id: string | null;
  created_at: Instant;
  created_by: string;
}

export interface RevisionTable {
  id: string;
  agency_id: string;
  document_id: string;
  /** 1, 2, 3 … within the document and language. */
  number: number;
  /** Lần ban hành. */
  issue: number;
  /** Lần sửa đổi. */
  amendment: number;
  language: string;
  /** draft | in-review | approved | released */
  state: string;
  title_vi: string;
  title_en: string | null;
  kind: string;
  field: string | null;
  is_public: number;
  confidentiality: string;
  review_interval: string;
  source: string;
  source_sha256: string;
  /** Hash of the static HTML in `page`, set at submission. */
  page_sha256: string | null;
  change_summary: string;
  legal_ground: string;
  /** Revision this draft started from. */
  base_revision_id: string | null;
  /** Grows with each change; a save names the one it saw. */
  version: number;
  /** Import findings and sources; JSON. */
  origin: Json;
  /** Findings of the six-clears check at submission; JSON. */
  findings: Json;
  created_at: Instant;
  created_by: string;
  submitted_at: Instant | null;
  submitted_by: string | null;
}

/** Everyone who wrote in a revision; authors may not review or approve it. */
export interface RevisionAuthorTable {
  id: string;
  agency_id: string;
  revision_id: string;
  officer_id: string;
  first_at: Instant;
}

export interface SignatureTable {
  id: string;
  agency_id: string;
  revision_id: string;
  /** drafted | reviewed | approved */
  step: string;
  officer_id: string;
  officer_name: string;
  position_id: string | null;
  position_name: string;
  /** TM. KT. TL. TUQ. or empty. */
  prefix: string;
  delegation_id: string | null;
  meaning: string;
  content_sha256: string;
  signed_at: Instant;
  /** 1 for a decision made before the system; never shown as an electronic signature. */
  recorded_afterwards: number;
}

/** A change of the text or a return voids the open steps. */
export interface SignatureVoidTable {
  id: string;
  agency_id: string;
  signature_id: string;
  reason: string;
  voided_at: Instant;
  voided_by: string;
}

/** A revision sent back to its drafter, with what is to be done. */
export interface RevisionReturnTable {
  id: string;
  agency_id: string;
  revision_id: string;
  comment: string;
  returned_at: Instant;
  returned_by: string;
}

/** The decision that puts revisions in force. */
export interface ReleaseTable {
  id: string;
  agency_id: string;
  /** decided | adopted */
  kind: string;
  decision_number: string;
  signed_on: Day;
  signer: string;
  file_id: string | null;
  released_at: Instant;
  released_by: string;
}

export interface ReleaseItemTable {
  id: string;
  agency_id: string;
  release_id: string;
  document_id: string;
  revision_id: string;
  in_force_from: Day;
  /** Last day, inclusive; null = until superseded or withdrawn. */
  in_force_until: Day | null;
}

export interface WithdrawalTable {
  id: string;
  agency_id: string;
  document_id: string;
  decision_number: string;
  reason: string;
  /** First day on which the document is no longer in force. */
  effective_from: Day;
  recorded_at: Instant;
  recorded_by: string;
}

/** Compiled from the text at submission; never typed. */
export interface SectionTable {
  id: string;
  agency_id: string;
  revision_id: string;
  key: string;
  sort: number;
  title: string;
  text: string;
  sha256: string;
}

export interface StepTable {
  id: string;
  agency_id: string;
  revision_id: string;
  key: string;
  sort: number;
  title: string;
  text: string;
  result: string | null;
  record: string | null;
  /** JSON array of form codes. */
  forms: Json;
  /** JSON array of next step keys. */
  next: Json;
  /** JSON array of `{case, caseTitle, within, counted}` as written. */
  times: Json;
}

export interface DutyTable {
  id: string;
  agency_id: string;
  revision_id: string;
  step_id: string;
  role_key: string;
  /** R A C I D */
  letter: string;
}

/** Codes, keys and records that a revision names: form, legal-basis, number-sign, tthc, clause, fee, record, paper. */
export interface MentionTable {
  id: string;
  agency_id: string;
  revision_id: string;
  kind: string;
  key: string;
  /** Where it stands: section or step key. */
  place: string | null;
  /** JSON with what belongs to it, e.g. keeper and retention of a record. */
  details: Json;
}

/** Static HTML by the hash of source and renderer; the web process only serves it. */
export interface PageTable {
  sha256: string;
  html: string;
  made_at: Instant;
}

export interface FormFieldTable {
  id: string;
  agency_id: string;
  revision_id: string;
  key: string;
  sort: number;
  label: string;
  type: string;
  required: number;
  options: Json;
  columns: Json;
}

export interface CultureRuleTable {
  id: string;
  agency_id: string;
  revision_id: string;
  key: string;
  sort: number;
  check_method: string;
  severity: string;
  text: string;
}

export interface LegalBasisTable {
  id: string;
  agency_id: string;
  key: string;
  number_sign: string;
  kind: string;
  issuer: string;
  title: string;
  signed_on: Day | null;
  in_force_from: Day | null;
  in_force_until: Day | null;
  /** in-force | expired | not-yet | partly | unknown */
  status: string;
  replaced_by: string | null;
  note: string;
  checked_on: Day | null;
  recorded_at: Instant;
}

export interface FeeTable {
  id: string;
  agency_id: string;
  item: string;
  name_vi: string;
  name_en: string;
  amount: number | null;
  unit: string;
  legal_basis: string | null;
  note: string;
  valid_from: Day;
  valid_until: Day | null;
  /** Of several rows that begin on one day the one recorded last speaks; null for the rows of the foundation. */
  recorded_at: Instant | null;
  recorded_by: string | null;
}

/** Words of revisions and legal bases, by place; `folded` feeds the engine's index. */
export interface SearchEntryTable {
  /** Row number shared with the engine's own index; a later text has a higher one. */
  id: number;
  agency_id: string;
  document_id: string | null;
  revision_id: string | null;
  /** Set instead of document and revision where a legal basis is found. */
  legal_basis_id: string | null;
  /** code | title | step | body */
  place: string;
  /** Step or section key. */
  key: string | null;
  heading: string;
  text: string;
  /** Terms of the index: agency, place, each word without marks and, where it has marks, as spelled. */
  folded: string;
}
