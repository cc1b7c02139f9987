import type { Day, Instant, Json } from './columns.ts';

export interface AgencyTable {
  id: string;
  key: string;
  kind: string;
  name_vi: string;
  name_en: string;
  /** Agency above, e.g. the province of a ward. */
  parent_id: string | null;
  /** Ground for applying ISO 9001, e.g. "QĐ 19/2014/QĐ-TTg Đ2.2.c". */
  legal_ground: string | null;
  time_zone: string;
  /** Short form in number-signs, e.g. `UBND`. */
  number_sign: string;
  edition: string;
  valid_from: Day;
  valid_until: Day | null;
  recorded_at: Instant;
}

export interface AccountTable {
  id: string;
  agency_id: string;
  officer_id: string | null;
  login: string;
  /** Login folded for comparison; unique over the installation. */
  login_folded: string;
  display_name: string;
  password_hash: string | null;
  created_at: Instant;
  disabled_at: Instant | null;
}

/** A role of an account from one instant on; taken back by a row in `account_role_end`. */
export interface AccountRoleTable {
  id: string;
  agency_id: string;
  account_id: string;
  role: string;
  granted_at: Instant;
  granted_by: string | null;
  ended_at: Instant | null;
}

export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  revoked_at: Instant | null;
  address: string;
  browser: string;
  /** Instant of the last password check, asked again before signing. */
  confirmed_at: Instant;
}

export interface SignInAttemptTable {
  id: string;
  login_folded: string;
  address: string;
  at: Instant;
  succeeded: number;
}

/** A one-time link: first administrator, invitation, new password. Only the hash of the token is kept. */
export interface InvitationTable {
  token_hash: string;
  agency_id: string;
  purpose: string;
  account_id: string | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface FileTable {
  id: string;
  agency_id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  object_type: string;
  object_id: string;
  uploaded_at: Instant;
  uploaded_by: string;
}

export interface JournalEntryTable {
  seq: number;
  recorded_at: Instant;
  occurred_at: Instant | null;
  agency_id: string;
  actor_id: string;
  actor_name: string;
  role: string;
  session_hash: string | null;
  action: string;
  object_type: string;
  object_id: string;
  object_version: string | null;
  content_hash: string;
  reason: string | null;
  payload_commitment: string;
  prev: string;
  hash: string;
}

/** Hash of each evidence row as the entry left it. */
export interface JournalRowTable {
  seq: number;
  table_name: string;
  row_id: string;
  hash: string;
}

/** Erasable side table: personal payload and its salt; the chain holds only the commitment. */
export interface JournalPayloadTable {
  seq: number;
  salt: string;
  payload: Json;
}

/** Evidence rows touched in the running transaction; emptied before it and by `record`. */
export interface TouchedTable {
  table_name: string;
  row_id: string;
}

export interface OutboxTable {
  id: string;
  kind: string;
  payload: Json;
  created_at: Instant;
  done_at: Instant | null;
}

/** A form post or a device's operation that was carried out, with what was answered. */
export interface OperationTable {
  id: string;
  account_id: string;
  action: string;
  result: Json;
  at: Instant;
}

export interface HolidayTable {
  id: string;
  agency_id: string;
  day: Day;
  /** `off` for a holiday or a day swapped away, `work` for a week-end day that is worked. */
  kind: string;
  name_vi: string;
  name_en: string;
}

export interface SchemaVersionTable {
  version: number;
  name: string;
  applied_at: Instant;
}
