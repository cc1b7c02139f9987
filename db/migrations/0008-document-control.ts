const owned = 'id text primary key, agency_id text not null references agency (id)';
const ofRequest = `${owned}, change_request_id text not null references change_request (id)`;

/** Requests to change documents, comments on drafts, who signs a decision (7.5.2, 7.5.3). */
export const documentControl = {
  version: 8,
  name: 'document-control',
  statements: [
    `create table change_request (
      ${owned}, number text not null, year integer not null, sequence integer not null,
      kind text not null check (kind in ('write', 'amend', 'withdraw')), state text not null,
      document_id text references document (id), document_kind text not null, title text not null,
      unit_id text not null references unit (id), reason text not null, legal_ground text not null,
      ground_in_force_from text, content_before text not null, content_after text not null, impact_forms text not null,
      impact_training text not null, impact_software text not null, revision_id text references revision (id),
      version integer not null, proposed_at text not null, proposed_by text not null references officer (id),
      unique (agency_id, number), unique (agency_id, year, sequence),
      check (state in ('proposed', 'opinions', 'agreed', 'refused', 'drafting', 'done', 'cancelled')))`,
    'create index change_request_state on change_request (agency_id, state)',
    'create index change_request_document on change_request (document_id)',
    'create index change_request_revision on change_request (revision_id)',
    `create table change_request_move (
      ${ofRequest}, from_state text not null, to_state text not null, reason text not null, moved_at text not null,
      moved_by text not null)`,
    'create index change_request_move_request on change_request_move (change_request_id)',
    `create table change_request_opinion (
      ${ofRequest}, part text not null check (part in ('unit-head', 'quality-officer')), favours integer not null,
      opinion text not null, given_at text not null, given_by text not null references officer (id),
      unique (change_request_id, part))`,
    `create table change_request_decision (
      ${ofRequest}, agreed integer not null, reason text not null, due_on text,
      drafter_id text references officer (id), position_name text not null, prefix text not null,
      delegation_id text references delegation (id), decided_at text not null,
      decided_by text not null references officer (id), unique (change_request_id))`,
    `create table revision_comment (
      ${owned}, revision_id text not null references revision (id), section_key text, section_title text not null,
      content_sha256 text not null, comment text not null, written_at text not null,
      written_by text not null references officer (id))`,
    'create index revision_comment_revision on revision_comment (revision_id)',
    `create table comment_answer (
      ${owned}, comment_id text not null unique references revision_comment (id), accepted integer not null,
      answer text not null, answered_at text not null, answered_by text not null references officer (id))`,
    `create table release_signing (
      ${owned}, release_id text not null unique references release (id), officer_id text not null references officer (id),
      prefix text not null, on_behalf_of text not null, position_name text not null,
      delegation_id text references delegation (id))`,
  ],
  evidence: [
    'change_request',
    'change_request_move',
    'change_request_opinion',
    'change_request_decision',
    'revision_comment',
    'comment_answer',
    'release_signing',
  ],
  appendOnly: [
    'change_request_move',
    'change_request_opinion',
    'change_request_decision',
    'revision_comment',
    'comment_answer',
    'release_signing',
  ],
};
