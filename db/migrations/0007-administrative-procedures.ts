/** Administrative procedures (TTHC) as the national portal has them, with the line that handles each. */
export const administrativeProcedures = {
  version: 7,
  name: 'administrative-procedures',
  statements: [
    `create table administrative_procedure (
      id text primary key, agency_id text not null references agency (id), code text not null, name text not null,
      field text not null, level text not null, line text not null check (line in ('own', 'other', 'undecided')),
      line_decided_by text, source text not null, source_sha256 text not null, recorded_at text not null,
      unique (agency_id, code))`,
  ],
  evidence: ['administrative_procedure'],
  appendOnly: [],
};
