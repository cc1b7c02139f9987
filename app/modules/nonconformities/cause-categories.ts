/** Ishikawa for the work of an office: where causes lie. */
export const causeCategories = [
  'people',
  'method',
  'tools',
  'information',
  'environment',
  'input',
  'management',
] as const;
