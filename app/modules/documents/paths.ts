export const registerPath = '/documents';
export const registerFilePath = '/documents/register.csv';
export const manualPath = '/documents/whole-manual';
export const manualFilePath = '/documents/whole-manual/file.pdf';
export const registersPath = '/documents/registers';
export function registerFileOf(code: string, ending: 'pdf' | 'xlsx' | 'csv', day?: string): string {
  return `${registersPath}/${code}.${ending}${day ? `?day=${day}` : ''}`;
}
export const newDocumentPath = '/documents/new';
export const importPath = '/documents/import';
export const importFilePath = '/documents/import/file';
const importResultPath = '/documents/import/result';
export const newReleasePath = '/documents/releases/new';
export function releasePath(releaseId: string): string {
  return `${registerPath}/releases/${encodeURIComponent(releaseId)}`;
}

export const legalBasesPath = '/legal-bases';
export const publicRegisterPath = '/public/documents';

export type DocumentSide =
  | 'revisions/new'
  | 'withdrawal'
  | 'acknowledgement'
  | 'acknowledgements'
  | 'comparison'
  | 'periodic-review';

export function documentPath(documentId: string, side?: DocumentSide): string {
  const path = `${registerPath}/${encodeURIComponent(documentId)}`;
  return side ? `${path}/${side}` : path;
}

export type RevisionSide =
  | 'edit'
  | 'form'
  | 'own-saving'
  | 'preview'
  | 'submission'
  | 'comments'
  | 'comments/file.pdf'
  | 'submission-withdrawal'
  | 'review'
  | 'return'
  | 'approval'
  | 'release'
  | 'adoption'
  | 'file.pdf'
  | 'file.docx'
  | 'print'
  | 'print/copy.pdf';

export function revisionPath(revisionId: string, side?: RevisionSide): string {
  const path = `/revisions/${encodeURIComponent(revisionId)}`;
  return side ? `${path}/${side}` : path;
}

export function statusPath(revisionId: string): string {
  return `/status/${encodeURIComponent(revisionId)}`;
}

export function releaseOf(revisionId: string): string {
  return `${newReleasePath}?revision=${encodeURIComponent(revisionId)}`;
}

export function legalBasisPath(key: string): string {
  return `${legalBasesPath}?key=${encodeURIComponent(key)}`;
}

export function importResultOf(revisionIds: readonly string[]): string {
  return `${importResultPath}?${new URLSearchParams(revisionIds.map((id) => ['revision', id])).toString()}`;
}

/** The scan of the decision a release was recorded from. */
export function decisionFilePath(fileId: string): string {
  return `/documents/decisions/${encodeURIComponent(fileId)}`;
}

export function commentAnswerPath(revisionId: string, commentId: string): string {
  return `${revisionPath(revisionId, 'comments')}/${encodeURIComponent(commentId)}/answer`;
}

/** Two revisions of a document side by side. */
export function comparisonPath(documentId: string, from: string, to: string): string {
  return `${documentPath(documentId, 'comparison')}?${new URLSearchParams({ from, to }).toString()}`;
}
