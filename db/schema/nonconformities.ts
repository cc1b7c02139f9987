import type { Day, Instant, Json } from './columns.ts';

export interface NonconformityTable {
  id: string;
  agency_id: string;
  number: string;
  year: number;
  sequence: number;
  state: string;
  /** checklist | self-report | complaint | late-work | periodic-check | management-review | inspection */
  source_kind: string;
  source_id: string | null;
  statement: string;
  requirement: string;
  clause: string | null;
  edition: string | null;
  evidence: string;
  /** minor | major */
  grade: string;
  unit_id: string;
  document_id: string | null;
  revision_id: string | null;
  step_key: string | null;
  person_in_charge_id: string;
  detected_on: Day;
  detected_by: string;
  /** Number of the earlier one on the same step or clause within twelve months. */
  recurrence_of: string | null;
  version: number;
  created_at: Instant;
  created_by: string;
}

/** What was written at each stage; append-only, the latest of a kind counts. */
export interface NonconformityEntryTable {
  id: string;
  agency_id: string;
  nonconformity_id: string;
  /** correction consequence need-for-action cause similar-cases plan-approval verification effectiveness risk cancellation acceptance */
  kind: string;
  /** JSON, its shape by kind: see app/modules/nonconformities. */
  content: Json;
  entered_at: Instant;
  entered_by: string;
}

export interface NonconformityMoveTable {
  id: string;
  agency_id: string;
  nonconformity_id: string;
  from_state: string;
  to_state: string;
  reason: string;
  moved_at: Instant;
  moved_by: string;
}

export interface CorrectiveActionTable {
  id: string;
  agency_id: string;
  nonconformity_id: string;
  sort: number;
  what: string;
  owner_id: string;
  due_on: Day;
  /** Document that this action revises, when it says so. */
  revises_document_id: string | null;
  planned_at: Instant;
  planned_by: string;
}

/** Evidence that an action was done. */
export interface ActionEvidenceTable {
  id: string;
  agency_id: string;
  action_id: string;
  evidence: string;
  done_on: Day;
  entered_at: Instant;
  entered_by: string;
}
