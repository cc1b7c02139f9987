/** Marks a page whose text is the same for every reader without a session; `pages.ts` takes the mark off. */
export const publicPageMark = 'X-Public-Page';

/** `export const headers = publicPageHeaders` in a route lets its page be kept for anonymous readers. */
export function publicPageHeaders(): Record<string, string> {
  return { [publicPageMark]: 'yes' };
}
