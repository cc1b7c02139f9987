const owned = 'id text primary key, agency_id text not null references agency (id)';
const ofRevision = `${owned}, revision_id text not null references revision (id)`;

/** Documented information: document, revision, signature, release, and the rows compiled from the text (7.5). */
export const documents = {
  version: 3,
  name: 'documents',
  statements: [
    `create table document (
      ${owned}, kind text not null, code text, code_folded text, claimed_code text, unit_id text references unit (id),
      created_at text not null, created_by text not null, unique (agency_id, code_folded))`,
    `create table revision (
      ${owned}, document_id text not null references document (id), number integer not null, issue integer not null,
      amendment integer not null, language text not null, state text not null, title_vi text not null, title_en text,
      kind text not null, field text, is_public integer not null, confidentiality text not null, review_interval text not null,
      source text not null, source_sha256 text not null, page_sha256 text, change_summary text not null, legal_ground text not null,
      base_revision_id text references revision (id), version integer not null, origin text not null, findings text not null,
      created_at text not null, created_by text not null, submitted_at text, submitted_by text,
      unique (document_id, language, number),
      check (state in ('draft', 'in-review', 'approved', 'released')))`,
    'create index revision_agency_state on revision (agency_id, state)',
    `create table revision_author (
      ${ofRevision}, officer_id text not null, first_at text not null, unique (revision_id, officer_id))`,
    `create table signature (
      ${ofRevision}, step text not null check (step in ('drafted', 'reviewed', 'approved')), officer_id text not null,
      officer_name text not null, position_id text, position_name text not null, prefix text not null, delegation_id text,
      meaning text not null, content_sha256 text not null, signed_at text not null, recorded_afterwards integer not null)`,
    'create index signature_revision on signature (revision_id)',
    `create table signature_void (
      ${owned}, signature_id text not null unique references signature (id), reason text not null, voided_at text not null,
      voided_by text not null)`,
    `create table revision_return (
      ${ofRevision}, comment text not null, returned_at text not null, returned_by text not null)`,
    'create index revision_return_revision on revision_return (revision_id)',
    `create table release (
      ${owned}, kind text not null check (kind in ('decided', 'adopted')), decision_number text not null, signed_on text not null,
      signer text not null, file_id text references file (id), released_at text not null, released_by text not null)`,
    `create table release_item (
      ${owned}, release_id text not null references release (id), document_id text not null references document (id),
      revision_id text not null unique references revision (id), in_force_from text not null, in_force_until text)`,
    'create index release_item_document on release_item (document_id, in_force_from)',
    `create table withdrawal (
      ${owned}, document_id text not null references document (id), decision_number text not null, reason text not null,
      effective_from text not null, recorded_at text not null, recorded_by text not null)`,
    'create index withdrawal_document on withdrawal (document_id)',
    `create table section (
      ${ofRevision}, key text not null, sort integer not null, title text not null, text text not null, sha256 text not null,
      unique (revision_id, key))`,
    `create table step (
      ${ofRevision}, key text not null, sort integer not null, title text not null, text text not null, result text,
      record text, forms text not null, next text not null, times text not null, unique (revision_id, key))`,
    `create table duty (
      ${ofRevision}, step_id text not null references step (id), role_key text not null,
      letter text not null check (letter in ('R', 'A', 'C', 'I', 'D')), unique (step_id, role_key, letter))`,
    'create index duty_role on duty (agency_id, role_key)',
    'create index duty_revision on duty (revision_id)',
    `create table mention (${ofRevision}, kind text not null, key text not null, place text, details text not null)`,
    'create index mention_revision on mention (revision_id)',
    'create index mention_key on mention (agency_id, kind, key)',
    'create table page (sha256 text primary key, html text not null, made_at text not null)',
    `create table form_field (
      ${ofRevision}, key text not null, sort integer not null, label text not null, type text not null, required integer not null,
      options text not null, columns text not null, unique (revision_id, key))`,
    `create table culture_rule (
      ${ofRevision}, key text not null, sort integer not null, check_method text not null, severity text not null,
      text text not null, unique (revision_id, key))`,
    `create table acknowledgement (
      ${ofRevision}, officer_id text not null references officer (id), sections text not null, content_sha256 text not null,
      acknowledged_at text not null, unique (revision_id, officer_id))`,
    `create table legal_basis (
      ${owned}, key text not null, number_sign text not null, kind text not null, issuer text not null, title text not null,
      signed_on text, in_force_from text, in_force_until text, status text not null, replaced_by text, note text not null,
      checked_on text, recorded_at text not null, unique (agency_id, key))`,
    `create table fee (
      ${owned}, item text not null, name_vi text not null, name_en text not null, amount integer, unit text not null,
      legal_basis text, note text not null, valid_from text not null, valid_until text)`,
    'create index fee_item on fee (agency_id, item)',
  ],
  evidence: [
    'document',
    'revision',
    'revision_author',
    'signature',
    'signature_void',
    'revision_return',
    'release',
    'release_item',
    'withdrawal',
    'acknowledgement',
    'legal_basis',
    'fee',
    'section',
    'step',
    'duty',
    'mention',
    'form_field',
    'culture_rule',
  ],
  appendOnly: [
    'signature',
    'signature_void',
    'revision_return',
    'release',
    'release_item',
    'withdrawal',
    'acknowledgement',
    'page',
  ],
};
