import type { Day, Instant, Json } from './columns.ts';

/** A form somebody is filling in: working paper of its owner, no record yet. */
export interface FillingTable {
  id: string;
  agency_id: string;
  /** The form, and the revision of it that is filled in. */
  document_id: string;
  revision_id: string;
  officer_id: string;
  unit_id: string | null;
  /** The step it was started from. */
  step_document_id: string | null;
  step_key: string | null;
  /** The record it makes a new version of. */
  corrects_record_id: string | null;
  /** The newer revision beside which the owner chose to keep the older one. */
  kept_beside_id: string | null;
  content: Json;
  version: number;
  started_at: Instant;
  saved_at: Instant;
  /** Completed or given up. */
  ended_at: Instant | null;
  filled_record_id: string | null;
}

/** A form filled in and completed; what was written stands in `record_content`. */
export interface FilledRecordTable {
  id: string;
  agency_id: string;
  document_id: string;
  form_code: string;
  title: string;
  year: number;
  sequence: number;
  /** `BM-05-01/2026/003`: counted per agency, form and year. */
  number: string;
  unit_id: string | null;
  officer_id: string;
  officer_name: string;
  step_document_id: string | null;
  step_key: string | null;
  /** The record type: document and id of its `<Record>`. */
  type_document_id: string | null;
  type_key: string | null;
  keeper_role: string | null;
  keeper_field: string | null;
  /** As the type said on the day of completion; `unknown` is looked up later. */
  retention: string;
  completed_at: Instant;
}

export interface FilledRecordVersionTable {
  id: string;
  agency_id: string;
  filled_record_id: string;
  version: number;
  /** The revision of the form it was made on, and the hash of its text. */
  revision_id: string;
  source_sha256: string;
  /** Binds the erasable content: SHA-256 over salt and content. */
  content_commitment: string;
  reason: string;
  made_at: Instant;
  made_by: string;
  made_by_name: string;
}

/** The id is that of the version. Erased only by a disposal minute. */
export interface RecordContentTable {
  id: string;
  agency_id: string;
  salt: string;
  content: Json;
}

/** What a retention "until …" waits for has happened. */
export interface RecordEventTable {
  id: string;
  agency_id: string;
  filled_record_id: string;
  happened_on: Day;
  description: string;
  recorded_at: Instant;
  recorded_by: string;
}

/** What the office adds to a record type of its texts, by days. */
export interface RecordTypeFactTable {
  id: string;
  agency_id: string;
  document_id: string;
  type_key: string;
  valid_from: Day;
  place: string;
  legal_ground: string;
  /** Only where the text says it is unknown. */
  retention: string | null;
  recorded_at: Instant;
  recorded_by: string;
}

export interface DisposalTable {
  id: string;
  agency_id: string;
  number: string;
  year: number;
  sequence: number;
  reason: string;
  proposed_at: Instant;
  proposed_by: string;
}

export interface DisposalItemTable {
  id: string;
  agency_id: string;
  disposal_id: string;
  filled_record_id: string;
  /** Last day of its retention. */
  ended_on: Day;
}

export interface DisposalDecisionTable {
  id: string;
  agency_id: string;
  disposal_id: string;
  agreed: number;
  decision_number: string;
  decided_on: Day;
  /** Members of the council, one a line. */
  members: string;
  reason: string;
  decided_at: Instant;
  decided_by: string;
  decided_by_name: string;
}

export interface DisposalMinuteTable {
  id: string;
  agency_id: string;
  disposal_id: string;
  disposed_on: Day;
  place: string;
  method: string;
  witnesses: string;
  conclusion: string;
  recorded_at: Instant;
  recorded_by: string;
}

/** A controlled print given to somebody. */
export interface ControlledCopyTable {
  id: string;
  agency_id: string;
  revision_id: string;
  copy_number: number;
  holder: string;
  place: string;
  given_on: Day;
  recorded_at: Instant;
  recorded_by: string;
}

export interface ControlledCopyReturnTable {
  id: string;
  agency_id: string;
  controlled_copy_id: string;
  returned_on: Day;
  /** 1 when it was called back because it may no longer be used. */
  recalled: number;
  note: string;
  recorded_at: Instant;
  recorded_by: string;
}

/** What was decided about a proposal to ask for less paper. */
export interface PaperSettlementTable {
  id: string;
  agency_id: string;
  proposal_key: string;
  kind: string;
  subject: string;
  /** accepted | rejected */
  outcome: string;
  reason: string;
  /** The numbers that were shown; JSON. */
  saving: Json;
  recorded_at: Instant;
  recorded_by: string;
}
