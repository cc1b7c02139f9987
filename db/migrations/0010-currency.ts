const owned = 'id text primary key, agency_id text not null references agency (id)';
const recorded = 'recorded_at text not null, recorded_by text not null';

/** Law watch: dated rows of legal bases and fees, what changed in procedures of the portal, and what follows for documents. */
export const currency = {
  version: 10,
  name: 'currency',
  statements: [
    `create table legal_basis_version (
      ${owned}, legal_basis_id text not null references legal_basis (id), kind text not null, number_sign text not null,
      issuer text not null, title text not null, signed_on text, in_force_from text, in_force_until text,
      status text not null check (status in ('in-force', 'expired', 'not-yet', 'partly', 'unknown')), replaced_by text,
      note text not null, checked_on text, checked_by text, reason text not null, ${recorded})`,
    'create index legal_basis_version_basis on legal_basis_version (legal_basis_id, recorded_at)',
    `create table legal_basis_amendment (
      ${owned}, legal_basis_id text not null references legal_basis (id), amended_by text, effect_on text not null,
      note text not null, retracts_id text references legal_basis_amendment (id), ${recorded})`,
    'create index legal_basis_amendment_basis on legal_basis_amendment (agency_id, legal_basis_id)',
    `create table administrative_procedure_change (
      ${owned}, procedure_id text not null references administrative_procedure (id), source_before text not null,
      source_after text not null, ${recorded})`,
    'create index administrative_procedure_change_of on administrative_procedure_change (procedure_id)',
    `create table administrative_procedure_line (
      ${owned}, procedure_id text not null references administrative_procedure (id),
      line text not null check (line in ('own', 'other', 'undecided')), reason text not null,
      decided_at text not null, decided_by text not null)`,
    'create index administrative_procedure_line_of on administrative_procedure_line (procedure_id)',
    `create table currency_fact (
      ${owned}, document_id text not null references document (id), revision_id text, subject text not null
      check (subject in ('legal-basis', 'tthc')), subject_key text not null, change_id text not null,
      kind text not null check (kind in ('opened', 'revised', 'not-affected', 'fallen-away')),
      effect_on text not null, due_on text not null, reason text not null, ${recorded})`,
    'create index currency_fact_document on currency_fact (agency_id, document_id)',
    'alter table fee add column recorded_at text',
    'alter table fee add column recorded_by text',
  ],
  evidence: [
    'legal_basis_version',
    'legal_basis_amendment',
    'administrative_procedure_change',
    'administrative_procedure_line',
    'currency_fact',
  ],
  appendOnly: [
    'legal_basis_version',
    'legal_basis_amendment',
    'administrative_procedure_change',
    'administrative_procedure_line',
    'currency_fact',
  ],
};
