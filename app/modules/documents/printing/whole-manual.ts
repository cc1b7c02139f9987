/** Kinds that may be bound into one book, in the order of the library. */
export const manualKinds = [
  'policy',
  'objective',
  'manual',
  'procedure',
  'work-instruction',
  'form',
  'culture-rule',
] as const;
export type ManualKind = (typeof manualKinds)[number];

/** The kinds that an address asks for; all of them when it names none. */
export function askedKinds(url: URL): ManualKind[] {
  const asked = url.searchParams.getAll('kind');
  const kinds = manualKinds.filter((kind) => asked.includes(kind));
  return kinds.length > 0 ? kinds : [...manualKinds];
}

export function manualSearch(kinds: readonly ManualKind[]): string {
  return `?${new URLSearchParams(kinds.map((kind) => ['kind', kind])).toString()}`;
}
