import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from './request-context.ts';

/** Marks a page that says the same to the same reader until something is recorded; `pages.ts` takes the mark off. */
export const readerPageMark = 'X-Reader-Page';

/**
 * `export const headers = readerPageHeaders` in a route lets its page be kept for who is signed in. The page may depend
 * on its address, on who reads it, on the agency's day and on what the journal binds, and on nothing else.
 */
export function readerPageHeaders(): Record<string, string> {
  return { [readerPageMark]: 'yes' };
}

export interface ReaderPage {
  headers: [string, string][];
  body: Buffer;
  /** The nonce that the headers and the body were made with. */
  nonce: string;
}

interface KeptPage extends ReaderPage {
  version: string;
  /** Where the nonce stands in the body; each reading gets a new one of the same length. */
  noncesAt: number[];
}

/**
 * Finished pages of people who are signed in. Who reads is asked of the database at every request and is part of the
 * key, so another person, other roles or positions, another session find nothing; a page is given only while
 * `version()` is the one it was made under, and each time with a nonce of its own.
 */
export class ReaderPages {
  private pages = new Map<string, KeptPage>();
  private bytes = 0;

  constructor(
    private readonly version: () => string,
    private readonly limit = 16 * 1024 * 1024,
  ) {}

  /** Where the page of this request is kept, or null: only plain GETs of whole pages by somebody signed in. */
  async keyOf(request: IncomingMessage, context: RequestContext): Promise<string | null> {
    const url = request.url ?? '';
    if (request.method !== 'GET' || url.length > 300 || url.includes('?') || url.endsWith('.data'))
      return null;
    const actor = await context.actor();
    if (actor.accountId === null || actor.sessionHash === null) return null;
    return JSON.stringify([url, context.locale, context.theme, actor]);
  }

  find(key: string, nonce: string): Pick<ReaderPage, 'headers' | 'body'> | null {
    const page = this.pages.get(key);
    if (!page) return null;
    if (page.version !== this.version() || page.nonce.length !== nonce.length) {
      this.forget(key, page);
      return null;
    }
    const body = Buffer.from(page.body);
    for (const at of page.noncesAt) body.write(nonce, at, 'latin1');
    return {
      headers: page.headers.map(([name, value]) => [name, value.replaceAll(page.nonce, nonce)]),
      body,
    };
  }

  keep(key: string, version: string, page: ReaderPage): void {
    if (page.body.length > 1024 * 1024) return;
    const before = this.pages.get(key);
    if (before) this.forget(key, before);
    const noncesAt: number[] = [];
    for (let at = page.body.indexOf(page.nonce); at !== -1; at = page.body.indexOf(page.nonce, at + 1)) {
      noncesAt.push(at);
    }
    this.pages.set(key, { ...page, version, noncesAt });
    this.bytes += page.body.length;
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= this.limit) break;
      this.forget(oldest, old);
    }
  }

  private forget(key: string, page: KeptPage): void {
    this.pages.delete(key);
    this.bytes -= page.body.length;
  }
}

/** A page made for this reader before, as it would be made now. */
export function giveKept(response: ServerResponse, kept: Pick<ReaderPage, 'headers' | 'body'>): void {
  for (const [name, value] of kept.headers) response.appendHeader(name, value);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', String(kept.body.length));
  response.end(kept.body);
}
