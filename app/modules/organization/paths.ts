export const organizationPath = '/organization';
export const newUnitPath = '/organization/units/new';
export const newPositionPath = '/organization/positions/new';
export const officersPath = '/organization/officers';
export const newOfficerPath = '/organization/officers/new';
export const staffImportPath = '/organization/officers/import';
export const staffImportConfirmationPath = '/organization/officers/import/confirmation';
export const delegationsPath = '/organization/delegations';
export const newDelegationPath = '/organization/delegations/new';
export const rolesPath = '/organization/roles';
export const newRolePath = '/organization/roles/new';
export const authoritiesPath = '/organization/authorities';

export function unitPath(id: string): string {
  return `/organization/units/${id}`;
}

export function positionChangePath(id: string): string {
  return `/organization/positions/${id}`;
}

export function officerPath(id: string): string {
  return `/organization/officers/${id}`;
}

export function officerChangePath(id: string): string {
  return `/organization/officers/${id}/change`;
}

export function leavingPath(officerId: string): string {
  return `/organization/officers/${officerId}/leaving`;
}

export function newAppointmentPath(officerId: string): string {
  return `/organization/officers/${officerId}/appointments/new`;
}

export function appointmentEndPath(id: string): string {
  return `/organization/appointments/${id}/end`;
}

export function delegationPath(id: string): string {
  return `/organization/delegations/${id}`;
}

export function delegationEndPath(id: string): string {
  return `/organization/delegations/${id}/end`;
}

export function rolePath(key: string): string {
  return `/organization/roles/${key}`;
}

export function roleChangePath(key: string): string {
  return `/organization/roles/${key}/change`;
}

export function newMappingPath(roleKey: string): string {
  return `/organization/roles/${roleKey}/mappings/new`;
}

export function mappingEndPath(id: string): string {
  return `/organization/mappings/${id}/end`;
}

export function authorityEndPath(id: string): string {
  return `/organization/authorities/${id}/end`;
}
