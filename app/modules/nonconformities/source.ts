/** Where nonconformities come from (10.2.1: complaints included). */
export const sourceKinds = [
  'checklist',
  'self-report',
  'complaint',
  'late-work',
  'periodic-check',
  'management-review',
  'inspection',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Those a person reports; a checklist opens its own. */
export const reportedKinds = sourceKinds.filter((kind) => kind !== 'checklist');
