import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseLocale } from '#app/i18n/locale.ts';
import { chooseTheme } from './request-context.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

interface StoredPage {
  version: string;
  etag: string;
  bytes: number;
  plain: [string[], Buffer];
  gzip: [string[], Buffer];
  br: [string[], Buffer];
}

export interface PageToStore {
  status: number;
  headers: [string, string][];
  body: Buffer;
  etag: string;
}

/**
 * Finished pages for readers without a session. A page is served only while `version()` is the one it was made under;
 * whoever changes what the public sees (release, withdrawal, a new day) makes the version another.
 */
export class PageCache {
  private pages = new Map<string, StoredPage>();
  private bytes = 0;

  constructor(
    private readonly version: () => string,
    private readonly limit = 32 * 1024 * 1024,
  ) {}

  /** Where the page of this request would be kept, or null when it must not be: only plain GETs without a session. */
  keyOf(request: IncomingMessage): string | null {
    const url = request.url ?? '';
    if (request.method !== 'GET' || url.length > 300 || url.includes('?') || url.endsWith('.data'))
      return null;
    const { cookie } = request.headers;
    if (cookie === undefined)
      return `${url} ${chooseLocale(null, request.headers['accept-language'])} system`;
    if (!/^\s*((lang|theme)=\w+\s*(;\s*|$))*$/.test(cookie)) return null;
    return `${url} ${chooseLocale(cookie, request.headers['accept-language'])} ${chooseTheme(cookie)}`;
  }

  /** Answers at once from the store; false when the page has to be made. */
  answer(request: IncomingMessage, response: ServerResponse, key: string): boolean {
    const page = this.pages.get(key);
    if (page === undefined) return false;
    if (page.version !== this.version()) {
      this.forget(key, page);
      return false;
    }
    const accepted = request.headers['accept-encoding'];
    const [headers, body] =
      accepted === undefined
        ? page.plain
        : /\bbr\b/.test(accepted)
          ? page.br
          : /\bgzip\b/.test(accepted)
            ? page.gzip
            : page.plain;
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, headers.slice(0, -4));
      response.end();
      return true;
    }
    response.writeHead(200, headers);
    response.end(body);
    return true;
  }

  async store(key: string, version: string, page: PageToStore): Promise<void> {
    if (page.status !== 200 || page.body.length > 2 * 1024 * 1024) return;
    const settings = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const [zipped, broken] = await Promise.all([toGzip(page.body), toBrotli(page.body, settings)]);
    const headers = page.headers.flat();
    const variant = (body: Buffer, encoding: string): [string[], Buffer] => [
      [...headers, 'Content-Encoding', encoding, 'Content-Length', String(body.length)],
      body,
    ];
    const stored: StoredPage = {
      version,
      etag: page.etag,
      bytes: page.body.length + zipped.length + broken.length + 2_000,
      plain: [
        [
          ...headers,
          'Content-Language',
          key.split(' ')[1] ?? 'vi',
          'Content-Length',
          String(page.body.length),
        ],
        page.body,
      ],
      gzip: variant(zipped, 'gzip'),
      br: variant(broken, 'br'),
    };
    const before = this.pages.get(key);
    if (before) this.forget(key, before);
    this.pages.set(key, stored);
    this.bytes += stored.bytes;
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= this.limit) break;
      this.forget(oldest, old);
    }
  }

  get size(): number {
    return this.pages.size;
  }

  private forget(key: string, page: StoredPage): void {
    this.pages.delete(key);
    this.bytes -= page.bytes;
  }
}
