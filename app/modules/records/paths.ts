export const recordsPath = '/records';
export const newFillingPath = `${recordsPath}/new`;
export const recordTypesPath = `${recordsPath}/types`;
export const disposalsPath = `${recordsPath}/disposals`;
export const newDisposalPath = `${disposalsPath}/new`;
export const copiesPath = `${recordsPath}/copies`;
export const paperReportPath = `${recordsPath}/paper`;

/** Where a form is begun, from its page or from a step that uses it. */
export function fillPath(code: string, step?: { documentId: string; stepKey: string }): string {
  const asked = new URLSearchParams({ form: code });
  if (step) {
    asked.set('document', step.documentId);
    asked.set('step', step.stepKey);
  }
  return `${newFillingPath}?${asked.toString()}`;
}

export function blankFormPath(documentId: string): string {
  return `${recordsPath}/blank/${encodeURIComponent(documentId)}`;
}

export function fillingPath(
  fillingId: string,
  side?: 'completion' | 'revision-choice' | 'abandonment',
): string {
  const path = `${recordsPath}/fillings/${encodeURIComponent(fillingId)}`;
  return side ? `${path}/${side}` : path;
}

export function recordPath(recordId: string, side?: 'file.pdf' | 'correction' | 'event'): string {
  const path = `${recordsPath}/${encodeURIComponent(recordId)}`;
  return side ? `${path}/${side}` : path;
}

export function recordTypePath(documentId: string, key: string): string {
  return `${recordTypesPath}/${encodeURIComponent(documentId)}/${encodeURIComponent(key)}`;
}

export function disposalPath(disposalId: string, side?: 'decision' | 'minute' | 'minute.pdf'): string {
  const path = `${disposalsPath}/${encodeURIComponent(disposalId)}`;
  return side ? `${path}/${side}` : path;
}

export function giveCopyPath(revisionId: string, number: number): string {
  return `${copiesPath}/new?${new URLSearchParams({ revision: revisionId, number: String(number) }).toString()}`;
}

export function copyReturnPath(copyId: string): string {
  return `${copiesPath}/${encodeURIComponent(copyId)}/return`;
}

export function settlementPath(proposalKey: string): string {
  return `${paperReportPath}/${encodeURIComponent(proposalKey)}/settlement`;
}
