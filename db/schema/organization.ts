import type { Day, Instant, Json } from './columns.ts';

export interface UnitTable {
  id: string;
  agency_id: string;
  key: string;
  kind: string;
  name_vi: string;
  name_en: string;
  sort: number;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}

export interface PositionTable {
  id: string;
  agency_id: string;
  unit_id: string;
  key: string;
  name_vi: string;
  name_en: string;
  seats: number;
  /** 1 when the holder heads the unit. */
  is_head: number;
  sort: number;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}

export interface RoleTable {
  id: string;
  agency_id: string;
  key: string;
  /** own | other-agency | applicant | body */
  kind: string;
  name_vi: string;
  name_en: string;
  /** JSON array of the ways real texts write this role. */
  aliases: Json;
  recorded_at: Instant;
}

/** Which position fills a role from a day on, for one field or for all. */
export interface RoleMappingTable {
  id: string;
  agency_id: string;
  role_key: string;
  position_id: string;
  field: string | null;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}

export interface OfficerTable {
  id: string;
  agency_id: string;
  key: string;
  name: string;
  email: string | null;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}

export interface AppointmentTable {
  id: string;
  agency_id: string;
  officer_id: string;
  position_id: string;
  /** official | acting */
  kind: string;
  valid_from: Day;
  /** Last day, inclusive; null = open. An earlier end is a row in `appointment_end`. */
  valid_until: Day | null;
  decision: string | null;
  recorded_at: Instant;
  recorded_by: string;
}

/** Ends an appointment on a day; the appointment itself is never changed. */
export interface AppointmentEndTable {
  id: string;
  agency_id: string;
  appointment_id: string;
  /** Last day held, inclusive. */
  until: Day;
  reason: string;
  recorded_at: Instant;
  recorded_by: string;
}

export interface DelegationTable {
  id: string;
  agency_id: string;
  from_officer_id: string;
  to_officer_id: string;
  /** JSON array: role keys whose tasks are delegated; empty for approvals only. */
  role_keys: Json;
  /** JSON array of document kinds whose approval is delegated. */
  approval_kinds: Json;
  valid_from: Day;
  /** Last day, inclusive; a delegation without an end is refused. */
  valid_until: Day;
  conditions: string;
  decision_number: string;
  recorded_at: Instant;
  recorded_by: string;
}

export interface DelegationEndTable {
  id: string;
  agency_id: string;
  delegation_id: string;
  until: Day;
  reason: string;
  recorded_at: Instant;
  recorded_by: string;
}

/** Each time a delegate acted by it, shown to the delegator. */
export interface DelegationUseTable {
  id: string;
  agency_id: string;
  delegation_id: string;
  action: string;
  object_type: string;
  object_id: string;
  at: Instant;
}

export interface AuthorityTable {
  id: string;
  agency_id: string;
  position_id: string;
  document_kind: string;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}
