import type { Instant, Json } from './columns.ts';

export interface AdministrativeProcedureTable {
  id: string;
  agency_id: string;
  /** Code of the national database, e.g. `1.001193`. */
  code: string;
  name: string;
  field: string;
  level: string;
  /** own | other | undecided */
  line: string;
  /** Officer who decided the line; null while it is only proposed. */
  line_decided_by: string | null;
  /** The record of the portal, whole. */
  source: Json;
  source_sha256: string;
  recorded_at: Instant;
}
