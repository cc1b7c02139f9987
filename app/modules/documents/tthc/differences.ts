import { fieldsOf } from './portal-record.ts';

export interface FieldDifference {
  /** Field of the portal's record. */
  field: string;
  /** Null where there was, or is, nothing. */
  before: string | null;
  after: string | null;
}

/** What differs between two records of one procedure, field by field, each value whole. */
export function differencesOf(before: unknown, after: unknown): FieldDifference[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const textOf = (fields: typeof old, field: string) =>
    fields.find((one) => one.field === field)?.text ?? null;
  const names = [...new Set([...fresh, ...old].map((one) => one.field))];
  return names
    .map((field) => ({ field, before: textOf(old, field), after: textOf(fresh, field) }))
    .filter((one) => one.before !== one.after);
}
