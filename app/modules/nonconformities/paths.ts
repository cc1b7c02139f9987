export const nonconformitiesPath = '/nonconformities';
export const nonconformityRegisterFilePath = '/nonconformities/register.csv';
export const newNonconformityPath = '/nonconformities/new';

export type NonconformityStage =
  | 'acceptance'
  | 'correction'
  | 'cause'
  | 'plan'
  | 'plan-approval'
  | 'verification'
  | 'closure'
  | 'cancellation'
  | 'car.pdf';

export function nonconformityPath(id: string, stage?: NonconformityStage): string {
  const path = `${nonconformitiesPath}/${encodeURIComponent(id)}`;
  return stage ? `${path}/${stage}` : path;
}

export function actionEvidencePath(id: string, actionId: string): string {
  return `${nonconformityPath(id)}/actions/${encodeURIComponent(actionId)}/evidence`;
}

/** The row of a checklist that opened it. */
export function checklistRowPath(checklistId: string, itemId: string): string {
  return `/checklists/${encodeURIComponent(checklistId)}#row-${itemId}`;
}
