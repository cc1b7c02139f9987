import type { CompiledDocument, Place } from '#app/mdx/compiled-document.ts';

/** How the values of a change are said: as they stand, or by the name that a key has in the office. */
export type Worth =
  | 'words'
  | 'codes'
  | 'steps'
  | 'roles'
  | 'legal-bases'
  | 'fees'
  | 'time'
  | 'limit'
  | 'retention'
  | 'answers';

/** One thing a text says otherwise than another, in the terms of the field. */
export interface FieldChange {
  /** Message key after `comparison.change.`: `step.responsible`, `paper.added` … */
  what: string;
  /** Section of the newer text it stands in, of the older one for what is gone; null for the head of the text. */
  section: string | null;
  /** Names that fill the sentence: step, number, case … */
  subject: Readonly<Record<string, string | number>>;
  worth: Worth;
  /** Empty where there was nothing. */
  before: readonly string[];
  after: readonly string[];
}

/** The section in which something stands; null for what stands before the first. */
export function sectionAt(document: CompiledDocument, at: Place): string | null {
  return document.sections.findLast((section) => section.line <= at.line)?.id ?? null;
}

/** One value against another as a list of changes: none where they are the same. */
export function valueChange(
  about: Pick<FieldChange, 'what' | 'section' | 'subject' | 'worth'>,
  before: readonly string[] | string | null,
  after: readonly string[] | string | null,
): FieldChange[] {
  const [old, fresh] = [listed(before), listed(after)];
  const same = old.length === fresh.length && old.every((value, at) => value === fresh[at]);
  return same ? [] : [{ ...about, before: old, after: fresh }];
}

function listed(value: readonly string[] | string | null): readonly string[] {
  if (value === null || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** The same list without what is in it twice, in a stable order: for lists whose order says nothing. */
export function asSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
