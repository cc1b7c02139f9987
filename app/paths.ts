/** Addresses of our pages, so that no screen writes one by hand. Modules add theirs in `app/modules/<module>/paths.ts`. */
export const startPath = '/';
export const signInPath = '/sign-in';
export const signOutPath = '/sign-out';
export const searchPath = '/search';
export const languagePath = '/language';
export const themePath = '/theme';

export function handbookPath(page?: string): string {
  return page ? `/handbook/${page}` : '/handbook';
}

export const publicDocumentsPath = '/public/documents';

/** With `':documentId'`: the path as `routes.ts` writes it. */
export function publicDocumentPath(documentId: string): string {
  return `${publicDocumentsPath}/${documentId}`;
}
