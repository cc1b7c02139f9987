/** Editions of ISO 9001 that we hold side by side: 2015 is the TCVN in force, 2008 for old records, 2026 has no TCVN yet. */
export const editions = ['2008', '2015', '2026'] as const;
export type Edition = (typeof editions)[number];

export const usualEdition: Edition = '2015';

export function isEdition(text: unknown): text is Edition {
  return text === '2008' || text === '2015' || text === '2026';
}
