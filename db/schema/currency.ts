import type { Day, Instant, Json } from './columns.ts';

/** What the register says of a legal basis from an instant on; the latest row speaks, the first stands in `legal_basis`. */
export interface LegalBasisVersionTable {
  id: string;
  agency_id: string;
  legal_basis_id: string;
  kind: string;
  number_sign: string;
  issuer: string;
  title: string;
  signed_on: Day | null;
  in_force_from: Day | null;
  in_force_until: Day | null;
  status: string;
  replaced_by: string | null;
  note: string;
  checked_on: Day | null;
  /** Officer who looked it up. */
  checked_by: string | null;
  /** Why the row was added. */
  reason: string;
  recorded_at: Instant;
  recorded_by: string;
}

/** A part of a legal basis changes on a day; taken back by a row that names it. */
export interface LegalBasisAmendmentTable {
  id: string;
  agency_id: string;
  legal_basis_id: string;
  /** Key of the amending law, where the register has it. */
  amended_by: string | null;
  effect_on: Day;
  note: string;
  /** The row that this one takes back. */
  retracts_id: string | null;
  recorded_at: Instant;
  recorded_by: string;
}

/** The record of the portal before and after an import that changed it. */
export interface AdministrativeProcedureChangeTable {
  id: string;
  agency_id: string;
  procedure_id: string;
  source_before: Json;
  source_after: Json;
  recorded_at: Instant;
  recorded_by: string;
}

/** Whose an administrative procedure is, as a person decided. */
export interface AdministrativeProcedureLineTable {
  id: string;
  agency_id: string;
  procedure_id: string;
  /** own | other | undecided */
  line: string;
  reason: string;
  decided_at: Instant;
  decided_by: string;
}

/** That a document must follow a change of law, and how that ended. What is open now is computed, not stored. */
export interface CurrencyFactTable {
  id: string;
  agency_id: string;
  document_id: string;
  /** Revision in force at that instant; null where none was. */
  revision_id: string | null;
  /** legal-basis | tthc */
  subject: string;
  /** Key of the legal basis or code of the procedure. */
  subject_key: string;
  change_id: string;
  /** opened | revised | not-affected | fallen-away */
  kind: string;
  effect_on: Day;
  due_on: Day;
  reason: string;
  recorded_at: Instant;
  recorded_by: string;
}
