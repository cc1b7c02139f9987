import type { ImportedLegalBasis } from '#app/modules/documents/import/imported-procedure.ts';

/** Legal bases by the words of the text that names them, as the register would name them. */
export function legalBaseNames(bases: readonly ImportedLegalBasis[]): Record<string, string> {
  return Object.fromEntries(bases.map((basis) => [basis.key, basis.raw]));
}
