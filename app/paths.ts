/** Addresses of our pages, so that no screen writes one by hand. Modules add theirs in `app/modules/<module>/paths.ts`. */
export const startPath = '/';
export const myWorkPath = '/my-work';
export const signInPath = '/sign-in';
export const signOutPath = '/sign-out';
export const searchPath = '/search';
export const languagePath = '/language';
export const themePath = '/theme';

export function handbookPath(page?: string): string {
  return page ? `/handbook/${page}` : '/handbook';
}

/** With `':id'`: the path as `routes.ts` writes it. */
export function publicDocumentPath(documentId: string): string {
  return `/public/documents/${documentId}`;
}
