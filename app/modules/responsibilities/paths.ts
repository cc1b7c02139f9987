export const responsibilitiesPath = '/responsibilities';
export const dutiesFilePath = '/responsibilities/duties.csv';

export function dutiesOfPositionPath(positionId: string): string {
  return `/responsibilities/positions/${positionId}`;
}

export function dutiesOfOfficerPath(officerId: string): string {
  return `/responsibilities/officers/${officerId}`;
}

/** The place in the document's page where a step stands. */
export function stepPath(documentId: string, stepKey: string): string {
  return `/documents/${documentId}#step-${stepKey}`;
}

export function documentOfDutyPath(documentId: string): string {
  return `/documents/${documentId}`;
}
