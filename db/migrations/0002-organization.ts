/** Units, positions, roles, officers, appointments, delegations, approval authority (ISO 9001:2015 5.3). */
export const organization = {
  version: 2,
  name: 'organization',
  statements: [
    `create table unit (
      id text primary key, agency_id text not null references agency (id), key text not null, kind text not null,
      name_vi text not null, name_en text not null, sort integer not null, valid_from text not null, valid_until text,
      recorded_at text not null, unique (agency_id, key))`,
    `create table position (
      id text primary key, agency_id text not null references agency (id), unit_id text not null references unit (id),
      key text not null, name_vi text not null, name_en text not null, seats integer not null check (seats >= 0),
      is_head integer not null, sort integer not null, valid_from text not null, valid_until text, recorded_at text not null,
      unique (agency_id, key))`,
    'create index position_unit on position (unit_id)',
    `create table role (
      id text primary key, agency_id text not null references agency (id), key text not null, kind text not null,
      name_vi text not null, name_en text not null, aliases text not null, recorded_at text not null, unique (agency_id, key))`,
    `create table role_mapping (
      id text primary key, agency_id text not null references agency (id), role_key text not null,
      position_id text not null references position (id), field text, valid_from text not null, valid_until text,
      recorded_at text not null)`,
    'create index role_mapping_role on role_mapping (agency_id, role_key)',
    'create index role_mapping_position on role_mapping (position_id)',
    `create table officer (
      id text primary key, agency_id text not null references agency (id), key text not null, name text not null, email text,
      valid_from text not null, valid_until text, recorded_at text not null, unique (agency_id, key))`,
    `create table appointment (
      id text primary key, agency_id text not null references agency (id), officer_id text not null references officer (id),
      position_id text not null references position (id), kind text not null, valid_from text not null, valid_until text,
      decision text, recorded_at text not null, recorded_by text not null)`,
    'create index appointment_officer on appointment (officer_id)',
    'create index appointment_position on appointment (position_id)',
    `create table appointment_end (
      id text primary key, agency_id text not null references agency (id),
      appointment_id text not null references appointment (id), until text not null, reason text not null,
      recorded_at text not null, recorded_by text not null)`,
    'create index appointment_end_appointment on appointment_end (appointment_id)',
    `create table delegation (
      id text primary key, agency_id text not null references agency (id), from_officer_id text not null references officer (id),
      to_officer_id text not null references officer (id), role_keys text not null, approval_kinds text not null,
      valid_from text not null, valid_until text not null, conditions text not null, decision_number text not null,
      recorded_at text not null, recorded_by text not null, check (valid_until >= valid_from),
      check (from_officer_id <> to_officer_id))`,
    'create index delegation_to on delegation (to_officer_id)',
    'create index delegation_from on delegation (from_officer_id)',
    `create table delegation_end (
      id text primary key, agency_id text not null references agency (id),
      delegation_id text not null references delegation (id), until text not null, reason text not null,
      recorded_at text not null, recorded_by text not null)`,
    `create table delegation_use (
      id text primary key, agency_id text not null references agency (id),
      delegation_id text not null references delegation (id), action text not null, object_type text not null,
      object_id text not null, at text not null)`,
    `create table authority (
      id text primary key, agency_id text not null references agency (id), position_id text not null references position (id),
      document_kind text not null, valid_from text not null, valid_until text, recorded_at text not null)`,
    'create index authority_kind on authority (agency_id, document_kind)',
  ],
  evidence: [
    'unit',
    'position',
    'role',
    'role_mapping',
    'officer',
    'appointment',
    'appointment_end',
    'delegation',
    'delegation_end',
    'delegation_use',
    'authority',
  ],
  appendOnly: ['appointment', 'appointment_end', 'delegation', 'delegation_end', 'delegation_use'],
};
