/** Columns of a staff list; the reader of the list needs a library that browsers do not have, so they stand apart. */
export const staffColumns = ['officer', 'name', 'email', 'position', 'from', 'until', 'decision'] as const;
export type StaffColumn = (typeof staffColumns)[number];
