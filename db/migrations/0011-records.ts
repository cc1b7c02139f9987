const owned = 'id text primary key, agency_id text not null references agency (id)';
const ofRecord = `${owned}, filled_record_id text not null references filled_record (id)`;
const ofDisposal = `${owned}, disposal_id text not null`;
const noted = 'recorded_at text not null, recorded_by text not null references officer (id)';

/** Forms filled in, records kept and disposed of, controlled copies on paper, less paper (7.5.3). */
export const records = {
  version: 11,
  name: 'records',
  statements: [
    `create table filling (
      ${owned}, document_id text not null references document (id), revision_id text not null references revision (id),
      officer_id text not null references officer (id), unit_id text references unit (id),
      step_document_id text references document (id), step_key text, corrects_record_id text, kept_beside_id text,
      content text not null, version integer not null, started_at text not null, saved_at text not null, ended_at text,
      filled_record_id text)`,
    'create index filling_officer on filling (officer_id, ended_at)',
    `create table filled_record (
      ${owned}, document_id text not null references document (id), form_code text not null, title text not null,
      year integer not null, sequence integer not null, number text not null,
      unit_id text references unit (id), officer_id text not null references officer (id), officer_name text not null,
      step_document_id text references document (id), step_key text,
      type_document_id text references document (id), type_key text,
      keeper_role text, keeper_field text, retention text not null, completed_at text not null,
      unique (agency_id, document_id, year, sequence))`,
    'create index filled_record_completed on filled_record (agency_id, completed_at)',
    `create table filled_record_version (
      ${ofRecord}, version integer not null, revision_id text not null references revision (id),
      source_sha256 text not null, content_commitment text not null, reason text not null,
      made_at text not null, made_by text not null references officer (id), made_by_name text not null,
      unique (filled_record_id, version))`,
    // The erasable side: what was filled in, bound to its version by the commitment. Never without a disposal minute.
    `create table record_content (${owned}, salt text not null, content text not null)`,
    `create table record_event (
      ${ofRecord}, happened_on text not null, description text not null, ${noted})`,
    'create index record_event_record on record_event (filled_record_id)',
    `create table record_type_fact (
      ${owned}, document_id text not null references document (id), type_key text not null, valid_from text not null,
      place text not null, legal_ground text not null, retention text, ${noted})`,
    'create index record_type_fact_type on record_type_fact (document_id, type_key)',
    `create table disposal (
      ${owned}, number text not null, year integer not null, sequence integer not null, reason text not null,
      proposed_at text not null, proposed_by text not null references officer (id), unique (agency_id, year, sequence))`,
    `create table disposal_item (
      ${ofDisposal} references disposal (id), filled_record_id text not null references filled_record (id),
      ended_on text not null)`,
    'create index disposal_item_record on disposal_item (filled_record_id)',
    `create table disposal_decision (
      ${ofDisposal} unique references disposal (id), agreed integer not null, decision_number text not null,
      decided_on text not null, members text not null, reason text not null, decided_at text not null,
      decided_by text not null references officer (id), decided_by_name text not null)`,
    `create table disposal_minute (
      ${ofDisposal} unique references disposal (id), disposed_on text not null, place text not null,
      method text not null, witnesses text not null, conclusion text not null, ${noted})`,
    `create table controlled_copy (
      ${owned}, revision_id text not null references revision (id), copy_number integer not null, holder text not null,
      place text not null, given_on text not null, ${noted}, unique (revision_id, copy_number))`,
    `create table controlled_copy_return (
      ${owned}, controlled_copy_id text not null unique references controlled_copy (id), returned_on text not null,
      recalled integer not null, note text not null, ${noted})`,
    `create table paper_settlement (
      ${owned}, proposal_key text not null, kind text not null, subject text not null, outcome text not null,
      reason text not null, saving text not null, ${noted})`,
    'create index paper_settlement_key on paper_settlement (agency_id, proposal_key)',
  ],
  evidence: [
    'filled_record',
    'filled_record_version',
    'record_event',
    'record_type_fact',
    'disposal',
    'disposal_item',
    'disposal_decision',
    'disposal_minute',
    'controlled_copy',
    'controlled_copy_return',
    'paper_settlement',
  ],
  appendOnly: [
    'filled_record',
    'filled_record_version',
    'record_event',
    'record_type_fact',
    'disposal',
    'disposal_item',
    'disposal_decision',
    'disposal_minute',
    'controlled_copy',
    'controlled_copy_return',
    'paper_settlement',
  ],
};
