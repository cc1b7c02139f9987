import { registerPath } from '../paths.ts';

export const requestsPath = `${registerPath}/requests`;
export const newRequestPath = `${requestsPath}/new`;

export type RequestSide = 'opinion' | 'decision' | 'draft' | 'cancellation' | 'file.pdf';

export function requestPath(requestId: string, side?: RequestSide): string {
  const path = `${requestsPath}/${encodeURIComponent(requestId)}`;
  return side ? `${path}/${side}` : path;
}

/** A request about one document, its kind chosen. */
export function requestAbout(documentId: string, kind: 'amend' | 'withdraw'): string {
  return `${newRequestPath}?${new URLSearchParams({ kind, document: documentId }).toString()}`;
}
