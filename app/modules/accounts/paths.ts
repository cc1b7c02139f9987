export const accountPath = '/account';
export const administrationPath = '/administration';
export const accountsPath = '/administration/accounts';
export const newAccountPath = '/administration/accounts/new';
export const journalPath = '/administration/journal';
export const agencyPath = '/administration/agency';

export function accountOf(id: string): string {
  return `${accountsPath}/${encodeURIComponent(id)}`;
}

export function welcomePath(token: string): string {
  return `/welcome/${encodeURIComponent(token)}`;
}
