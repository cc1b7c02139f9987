const owned = 'id text primary key, agency_id text not null references agency (id)';

/**
 * Acknowledgement by section, releases that wait for it, questions at a release and periodic reviews (7.3, 7.5.2).
 * An officer may acknowledge a revision more than once: each time other parts of it, as duties change.
 */
export const acknowledgementBySection = {
  version: 9,
  name: 'acknowledgement-by-section',
  statements: [
    'alter table acknowledgement rename to acknowledgement_before',
    `create table acknowledgement (
      ${owned}, revision_id text not null references revision (id), officer_id text not null references officer (id),
      sections text not null, content_sha256 text not null, acknowledged_at text not null)`,
    `insert into acknowledgement (id, agency_id, revision_id, officer_id, sections, content_sha256, acknowledged_at)
      select id, agency_id, revision_id, officer_id, sections, content_sha256, acknowledged_at from acknowledgement_before`,
    'drop table acknowledgement_before',
    'create index acknowledgement_officer on acknowledgement (officer_id, revision_id)',
    'create index acknowledgement_revision on acknowledgement (revision_id)',
    `create table release_terms (
      ${owned}, release_id text not null unique references release (id), acknowledge_within integer not null, not_before text)`,
    `create table awaiting_item (
      ${owned}, release_id text not null references release (id), document_id text not null references document (id),
      revision_id text not null unique references revision (id))`,
    'create index awaiting_item_document on awaiting_item (document_id)',
    `create table release_fulfilment (
      ${owned}, release_id text not null unique references release (id), in_force_from text not null,
      cause text not null check (cause in ('acknowledged', 'nobody-left')), fulfilled_at text not null)`,
    `create table release_question (
      ${owned}, release_id text not null references release (id), revision_id text not null references revision (id),
      sort integer not null check (sort in (1, 2)), words text not null, choices text not null, right_choice integer not null,
      unique (revision_id, sort))`,
    `create table question_try (
      ${owned}, question_id text not null references release_question (id), officer_id text not null references officer (id),
      choice integer not null, is_right integer not null check (is_right in (0, 1)), tried_at text not null)`,
    'create index question_try_officer on question_try (officer_id, question_id)',
    `create table periodic_review (
      ${owned}, document_id text not null references document (id), revision_id text not null references revision (id),
      outcome text not null check (outcome in ('unchanged', 'revise', 'withdraw')), remark text not null,
      legal_bases text not null, reviewed_on text not null, reviewed_at text not null, reviewer_id text not null,
      reviewer_name text not null)`,
    'create index periodic_review_document on periodic_review (document_id, reviewed_on)',
  ],
  evidence: [
    'acknowledgement',
    'release_terms',
    'awaiting_item',
    'release_fulfilment',
    'release_question',
    'question_try',
    'periodic_review',
  ],
  appendOnly: [
    'acknowledgement',
    'release_terms',
    'awaiting_item',
    'release_fulfilment',
    'release_question',
    'question_try',
    'periodic_review',
  ],
};
