/** Words by place; the engine's own index over `folded` is made by the dialect (FTS5, tsvector). */
export const search = {
  version: 6,
  name: 'search',
  statements: [
    `create table search_entry (
      id integer primary key, agency_id text not null references agency (id),
      document_id text references document (id), revision_id text references revision (id),
      legal_basis_id text references legal_basis (id), place text not null, key text, heading text not null,
      text text not null, folded text not null)`,
    'create index search_entry_revision on search_entry (revision_id)',
    'create index search_entry_legal_basis on search_entry (legal_basis_id)',
  ],
  evidence: [],
  appendOnly: [],
  fullText: true,
};
