import type { Day, Instant, Json } from './columns.ts';

export interface AuditTable {
  id: string;
  agency_id: string;
  number: string;
  year: number;
  kind: string;
  title: string;
  objective: string;
  scope: string;
  edition: string;
  /** planned | announced | under-way | reported | closed */
  state: string;
  period_from: Day;
  period_until: Day;
  planned_on: Day;
  version: number;
  conclusion: string;
  created_at: Instant;
  created_by: string;
}

export interface AuditUnitTable {
  id: string;
  agency_id: string;
  audit_id: string;
  unit_id: string;
}

export interface AuditorTable {
  id: string;
  agency_id: string;
  audit_id: string;
  officer_id: string;
  /** lead | auditor */
  part: string;
  /** Set when independence was waived (2015, 2026 only): reason and second reviewer. */
  exception_reason: string | null;
  second_reviewer_id: string | null;
  assigned_at: Instant;
}

export interface AuditMoveTable {
  id: string;
  agency_id: string;
  audit_id: string;
  from_state: string;
  to_state: string;
  moved_at: Instant;
  moved_by: string;
  note: string;
}

/** A frozen list of questions, for an audit or on its own. */
export interface ChecklistTable {
  id: string;
  agency_id: string;
  number: string;
  audit_id: string | null;
  title: string;
  edition: string;
  seed: number;
  /** JSON: documents and units asked for. */
  scope: Json;
  created_at: Instant;
  created_by: string;
}

export interface ChecklistItemTable {
  id: string;
  agency_id: string;
  checklist_id: string;
  sort: number;
  /** clause | step */
  source: string;
  clause: string;
  question_vi: string;
  question_en: string;
  evidence_vi: string;
  evidence_en: string;
  document_id: string | null;
  document_code: string | null;
  revision_id: string | null;
  step_key: string | null;
  unit_id: string | null;
  /** How the sample is drawn, reproducible from the seed. */
  sample_vi: string;
  sample_en: string;
}

/** Each answer is a row; the latest counts. */
export interface ChecklistAnswerTable {
  id: string;
  agency_id: string;
  checklist_id: string;
  item_id: string;
  /** conform improvement minor major not-audited not-applicable */
  grade: string;
  evidence: string;
  note: string;
  answered_at: Instant;
  answered_by: string;
}
