import type { Day } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import { readRetention } from './retention.ts';

/** What the office states of a record type, from a day on. */
export interface TypeFact {
  from: Day;
  place: string;
  legalGround: string;
  /** Null where the text says it. */
  retention: string | null;
}
export type NewTypeFact = TypeFact;

/** A `<Record>` of a revision in force, with what the office adds to it. */
export interface RecordType {
  documentId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  field: string | null;
  key: string;
  name: string;
  /** dossier | result | step */
  from: string;
  step: string | null;
  keeperRole: string;
  keepers: { vi: string; en: string }[];
  /** As the text says it. */
  retention: string;
  stated: TypeFact | null;
  /** Codes of the forms that its steps use. */
  forms: string[];
}

/** The retention that counts: the text's own, or what the office stated where the text knows none. */
export function retentionNow(type: Pick<RecordType, 'retention' | 'stated'>): string {
  return readRetention(type.retention).kind === 'unknown'
    ? (type.stated?.retention ?? 'unknown')
    : type.retention;
}

export function refusalToState(type: RecordType, fact: NewTypeFact, officer: string | null): Refusal | null {
  const saidByText = readRetention(type.retention).kind !== 'unknown';
  return firstRefusal(
    () => (officer === null ? refusal('records.refusal.no-officer') : null),
    () =>
      fact.place === '' && fact.legalGround === '' && fact.retention === null
        ? refusal('records.refusal.nothing-stated')
        : null,
    () =>
      saidByText && fact.retention !== null && fact.retention !== type.retention
        ? refusal('records.refusal.retention-in-text')
        : null,
    () =>
      fact.retention !== null &&
      fact.retention !== 'unknown' &&
      readRetention(fact.retention).kind === 'unknown'
        ? refusal('records.refusal.retention-unreadable')
        : null,
    () =>
      !saidByText && fact.retention !== null && fact.retention !== 'unknown' && fact.legalGround === ''
        ? refusal('records.refusal.no-ground')
        : null,
  );
}
