/** One step of the schema, forward only. Statements run on both databases; `text` becomes C-collated text on PostgreSQL. */
export interface Migration {
  version: number;
  name: string;
  statements: string[];
  /** Tables whose rows are bound to the journal: changes are noted, deletes refused. */
  evidence: string[];
  /** Tables whose rows never change. */
  appendOnly: string[];
  /** Makes the engine's own index over `search_entry.folded`. */
  fullText?: boolean;
}
