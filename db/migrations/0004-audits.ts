const owned = 'id text primary key, agency_id text not null references agency (id)';

/** Audits, auditors, frozen checklists and their answers (9.2). */
export const audits = {
  version: 4,
  name: 'audits',
  statements: [
    `create table audit (
      ${owned}, number text not null, year integer not null, kind text not null, title text not null, objective text not null,
      scope text not null, edition text not null, state text not null, period_from text not null, period_until text not null,
      planned_on text not null, version integer not null, conclusion text not null, created_at text not null,
      created_by text not null, unique (agency_id, number),
      check (state in ('planned', 'announced', 'under-way', 'reported', 'closed')))`,
    `create table audit_unit (
      ${owned}, audit_id text not null references audit (id), unit_id text not null references unit (id),
      unique (audit_id, unit_id))`,
    `create table auditor (
      ${owned}, audit_id text not null references audit (id), officer_id text not null references officer (id),
      part text not null, exception_reason text, second_reviewer_id text, assigned_at text not null,
      unique (audit_id, officer_id))`,
    `create table audit_move (
      ${owned}, audit_id text not null references audit (id), from_state text not null, to_state text not null,
      moved_at text not null, moved_by text not null, note text not null)`,
    'create index audit_move_audit on audit_move (audit_id)',
    `create table checklist (
      ${owned}, number text not null, audit_id text references audit (id), title text not null, edition text not null,
      seed integer not null, scope text not null, created_at text not null, created_by text not null,
      unique (agency_id, number))`,
    'create index checklist_audit on checklist (audit_id)',
    `create table checklist_item (
      ${owned}, checklist_id text not null references checklist (id), sort integer not null, source text not null,
      clause text not null, question_vi text not null, question_en text not null, evidence_vi text not null,
      evidence_en text not null, document_id text, document_code text, revision_id text, step_key text, unit_id text,
      sample_vi text not null, sample_en text not null, unique (checklist_id, sort))`,
    `create table checklist_answer (
      ${owned}, checklist_id text not null references checklist (id), item_id text not null references checklist_item (id),
      grade text not null check (grade in ('conform', 'improvement', 'minor', 'major', 'not-audited', 'not-applicable')),
      evidence text not null, note text not null, answered_at text not null, answered_by text not null)`,
    'create index checklist_answer_item on checklist_answer (item_id, answered_at)',
    'create index checklist_answer_checklist on checklist_answer (checklist_id)',
  ],
  evidence: [
    'audit',
    'audit_unit',
    'auditor',
    'audit_move',
    'checklist',
    'checklist_item',
    'checklist_answer',
  ],
  appendOnly: ['audit_move', 'checklist', 'checklist_item', 'checklist_answer'],
};
