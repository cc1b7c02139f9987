export const auditsPath = '/audits';
export const newAuditPath = '/audits/new';
export const checklistsPath = '/checklists';
export const newChecklistPath = '/checklists/new';

export type AuditSide = 'auditors/new' | 'announcement' | 'start' | 'report' | 'closure';

export function auditPath(id: string, side?: AuditSide): string {
  const path = `${auditsPath}/${encodeURIComponent(id)}`;
  return side ? `${path}/${side}` : path;
}

export function checklistPath(id: string): string {
  return `${checklistsPath}/${encodeURIComponent(id)}`;
}

export function checklistFilePath(id: string, blank = false): string {
  return `${checklistPath(id)}/file.pdf${blank ? '?blank=yes' : ''}`;
}

export function checklistFor(auditId: string): string {
  return `${newChecklistPath}?audit=${encodeURIComponent(auditId)}`;
}
