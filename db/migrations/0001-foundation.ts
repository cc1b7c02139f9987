/** Agencies, accounts, files, journal. Frozen once released. */
export const foundation = {
  version: 1,
  name: 'foundation',
  statements: [
    `create table agency (
      id text primary key, key text not null unique, kind text not null, name_vi text not null, name_en text not null,
      parent_id text references agency (id), legal_ground text, time_zone text not null, number_sign text not null,
      edition text not null, valid_from text not null, valid_until text, recorded_at text not null)`,
    `create table account (
      id text primary key, agency_id text not null references agency (id), officer_id text, login text not null,
      login_folded text not null unique, display_name text not null, password_hash text, created_at text not null,
      disabled_at text)`,
    `create table account_role (
      id text primary key, agency_id text not null references agency (id), account_id text not null references account (id),
      role text not null, granted_at text not null, granted_by text, ended_at text)`,
    'create index account_role_account on account_role (account_id)',
    `create table session (
      token_hash text primary key, account_id text not null references account (id), created_at text not null,
      last_seen_at text not null, expires_at text not null, revoked_at text, address text not null, browser text not null,
      confirmed_at text not null)`,
    'create index session_account on session (account_id)',
    `create table sign_in_attempt (
      id text primary key, login_folded text not null, address text not null, at text not null, succeeded integer not null)`,
    'create index sign_in_attempt_login on sign_in_attempt (login_folded, at)',
    'create index sign_in_attempt_address on sign_in_attempt (address, at)',
    `create table invitation (
      token_hash text primary key, agency_id text not null references agency (id), purpose text not null,
      account_id text references account (id), created_at text not null, expires_at text not null, used_at text)`,
    `create table file (
      id text primary key, agency_id text not null references agency (id), sha256 text not null, size integer not null,
      media_type text not null, name text not null, object_type text not null, object_id text not null,
      uploaded_at text not null, uploaded_by text not null)`,
    'create index file_object on file (object_type, object_id)',
    `create table journal_entry (
      seq integer primary key, recorded_at text not null, occurred_at text, agency_id text not null, actor_id text not null,
      actor_name text not null, role text not null, session_hash text, action text not null, object_type text not null,
      object_id text not null, object_version text, content_hash text not null, reason text, payload_commitment text not null,
      prev text not null, hash text not null unique)`,
    'create index journal_entry_object on journal_entry (object_type, object_id)',
    `create table journal_row (
      seq integer not null references journal_entry (seq), table_name text not null, row_id text not null, hash text not null,
      primary key (seq, table_name, row_id))`,
    'create index journal_row_row on journal_row (table_name, row_id)',
    `create table journal_payload (
      seq integer primary key references journal_entry (seq), salt text not null, payload text not null)`,
    'create table touched (table_name text not null, row_id text not null, primary key (table_name, row_id))',
    `create table outbox (
      id text primary key, kind text not null, payload text not null, created_at text not null, done_at text)`,
    'create index outbox_open on outbox (done_at, created_at)',
    `create table operation (
      id text primary key, account_id text not null, action text not null, result text not null, at text not null)`,
    `create table holiday (
      id text primary key, agency_id text not null references agency (id), day text not null, kind text not null,
      name_vi text not null, name_en text not null, unique (agency_id, day))`,
  ],
  evidence: ['agency', 'account', 'account_role', 'file', 'holiday'],
  appendOnly: ['file', 'journal_entry', 'journal_row'],
};
