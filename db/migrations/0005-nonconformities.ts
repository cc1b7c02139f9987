const owned = 'id text primary key, agency_id text not null references agency (id)';
const ofCase = `${owned}, nonconformity_id text not null references nonconformity (id)`;

/** Nonconformity, correction, cause, corrective action, verification (10.2). */
export const nonconformities = {
  version: 5,
  name: 'nonconformities',
  statements: [
    `create table nonconformity (
      ${owned}, number text not null, year integer not null, sequence integer not null, state text not null,
      source_kind text not null, source_id text, statement text not null, requirement text not null, clause text, edition text,
      evidence text not null, grade text not null check (grade in ('minor', 'major')),
      unit_id text not null references unit (id), document_id text, revision_id text, step_key text,
      person_in_charge_id text not null references officer (id), detected_on text not null, detected_by text not null,
      recurrence_of text, version integer not null, created_at text not null, created_by text not null,
      unique (agency_id, number), unique (agency_id, year, sequence),
      check (state in ('draft', 'open', 'contained', 'analysed', 'plan-approved', 'in-progress', 'waiting-for-check', 'closed', 'cancelled')))`,
    'create index nonconformity_state on nonconformity (agency_id, state)',
    'create index nonconformity_source on nonconformity (source_kind, source_id)',
    `create table nonconformity_entry (
      ${ofCase}, kind text not null, content text not null, entered_at text not null, entered_by text not null)`,
    'create index nonconformity_entry_case on nonconformity_entry (nonconformity_id)',
    `create table nonconformity_move (
      ${ofCase}, from_state text not null, to_state text not null, reason text not null, moved_at text not null,
      moved_by text not null)`,
    'create index nonconformity_move_case on nonconformity_move (nonconformity_id)',
    `create table corrective_action (
      ${ofCase}, sort integer not null, what text not null, owner_id text not null references officer (id),
      due_on text not null, revises_document_id text references document (id), planned_at text not null,
      planned_by text not null)`,
    'create index corrective_action_case on corrective_action (nonconformity_id)',
    `create table action_evidence (
      ${owned}, action_id text not null references corrective_action (id), evidence text not null, done_on text not null,
      entered_at text not null, entered_by text not null)`,
    'create index action_evidence_action on action_evidence (action_id)',
  ],
  evidence: [
    'nonconformity',
    'nonconformity_entry',
    'nonconformity_move',
    'corrective_action',
    'action_evidence',
  ],
  appendOnly: ['nonconformity_entry', 'nonconformity_move', 'corrective_action', 'action_evidence'],
};
