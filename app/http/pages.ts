import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from 'express';
import { clientAddress } from './client-address.ts';
import type { ContentVersion } from './content-version.ts';
import type { PageCache } from './page-cache.ts';
import { publicPageMark } from './public-page.ts';
import { giveKept, ReaderPages, readerPageMark } from './reader-pages.ts';
import { requestContext } from './request-context.ts';
import { withAnswers } from './respond.ts';
import { standingHeaders } from './security.ts';
import type { AppServices } from './services.ts';

const formLimit = 1024 * 1024;
const uploadLimit = 30 * 1024 * 1024;

type Head = [string, string][];

/** Largest body this request may send, by what it says it sends. */
export function bodyLimit(contentType: string | undefined): number {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ? uploadLimit : formLimit;
}

/** The body as far as the limit; `onCut` is told when there was more. */
function capped(request: ExpressRequest, onCut: () => void): ReadableStream<Uint8Array> {
  const limit = bodyLimit(request.headers['content-type']);
  let seen = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= limit) return done(null, chunk);
      onCut();
      done(new Error('The body is larger than allowed.'));
    },
  });
  request.on('error', (error) => counter.destroy(error));
  // Node's own ReadableStream type and the DOM's differ only by name.
  return Readable.toWeb(request.pipe(counter)) as unknown as ReadableStream<Uint8Array>;
}

/** The request as the web sees it; its address is always under our own origin, whatever `Host` says. */
function webRequest(
  request: ExpressRequest,
  response: ExpressResponse,
  origin: string,
  onCut: () => void,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'origin' || name === 'host') continue;
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  headers.set('host', new URL(origin).host);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const path = request.originalUrl.startsWith('/') ? request.originalUrl : '/';
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal: gone.signal };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    init.body = capped(request, onCut);
    init.duplex = 'half';
  }
  return new Request(`${origin}${path.replace(/^\/+/, '/')}`, init);
}

/** Full paths of the pages of a build, parameters as written in `routes.ts`. */
export function routePaths(build: ServerBuild): Set<string> {
  const paths = new Set<string>();
  for (const route of Object.values(build.routes)) {
    let path = '';
    for (
      let at: typeof route | undefined = route;
      at;
      at = at.parentId ? build.routes[at.parentId] : undefined
    ) {
      if (at.path) path = `/${at.path}${path}`;
    }
    paths.add(path === '' ? '/' : path);
  }
  return paths;
}

export interface Pages {
  handle(request: ExpressRequest, response: ExpressResponse, next: NextFunction): Promise<void>;
}

/** Made by the build, or asked for at each request while developing. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>);

interface Ready {
  answer: ReturnType<typeof createRequestHandler>;
  paths: Set<string>;
}

function makeReady(build: ServerBuild, mode: 'production' | 'development'): Ready {
  return { answer: createRequestHandler(withAnswers(build), mode), paths: routePaths(build) };
}

/** Keeps a finished page for the next reader without a session and says so to this one. */
async function keep(
  cache: PageCache,
  key: string,
  version: string,
  page: Response,
  body: Buffer,
  standing: Head,
) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const revalidate: Head = [
    ['Cache-Control', 'no-cache'],
    ['ETag', etag],
    ['Vary', 'Cookie, Accept-Language, Accept-Encoding'],
  ];
  const headers: Head = [...standing, ...page.headers, ...revalidate];
  await cache.store(key, version, { status: page.status, headers, body, etag });
  return revalidate;
}

export function createPages(
  services: AppServices,
  source: BuildSource,
  version: ContentVersion,
  cache: PageCache,
  mode: 'production' | 'development',
): Pages {
  const made = typeof source === 'function' ? null : makeReady(source, mode);
  const standing = standingHeaders(services.env.secure);
  const ofReaders = new ReaderPages(() => version.current());

  /** What a committed change leaves to do (signing a head of the journal) and what it makes out of date. */
  function afterChange(): void {
    version.changed();
    services.settle().catch((err: unknown) => services.log.error({ err }, 'the outbox was not settled'));
  }

  async function handle(request: ExpressRequest, response: ExpressResponse): Promise<void> {
    const { answer, paths } = made ?? makeReady(await (source as () => Promise<ServerBuild>)(), mode);
    const key = mode === 'production' ? cache.keyOf(request) : null;
    let cut = false;
    const asked = webRequest(request, response, services.env.origin, () => {
      cut = true;
    });
    const known = {
      hasRoute: (path: string) => paths.has(path),
      bodyWasCut: () => cut,
      address: clientAddress(request, services.env.secure),
    };
    const context = requestContext(services, asked, known);
    const ownKey = mode === 'production' && !key ? await ofReaders.keyOf(request, context) : null;
    if (ownKey) await version.refresh();
    const madeUnder = version.current();
    const kept = ownKey && ofReaders.find(ownKey, context.nonce);
    if (kept) return giveKept(response, kept);
    const page = await answer(asked, context);
    if (request.method !== 'GET' && request.method !== 'HEAD') afterChange();
    const type = page.headers.get('Content-Type') ?? '';
    const isPublic = page.headers.get(publicPageMark) === 'yes';
    const isOfReader = page.headers.get(readerPageMark) === 'yes';
    page.headers.delete(publicPageMark);
    page.headers.delete(readerPageMark);
    response.status(page.status);
    if (page.status === 405) response.setHeader('Allow', request.method === 'POST' ? 'GET, HEAD' : 'POST');
    for (const [name, value] of page.headers) response.append(name, value);
    if (!page.headers.has('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    if (cut) response.setHeader('Connection', 'close');
    // The development tools inject scripts and styles of their own.
    if (mode === 'development') response.removeHeader('Content-Security-Policy');
    else if (!page.headers.has('Content-Security-Policy') && !type.startsWith('application/pdf')) {
      response.setHeader(
        'Content-Security-Policy',
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
      );
    }
    if (!page.body) return void response.end();
    if (request.method === 'HEAD') {
      await page.body.cancel();
      return void response.end();
    }
    if (!type.startsWith('text/html')) return await writeReadableStreamToWritable(page.body, response);
    const body = Buffer.from(await page.arrayBuffer());
    if (isPublic && key && page.status === 200 && !page.headers.has('Set-Cookie')) {
      page.headers.delete('Cache-Control');
      const headers = await keep(cache, key, madeUnder, page, body, standing);
      for (const [name, value] of headers) response.setHeader(name, value);
    } else if (isOfReader && ownKey && page.status === 200 && !page.headers.has('Set-Cookie')) {
      ofReaders.keep(ownKey, madeUnder, { headers: [...page.headers], body, nonce: context.nonce });
    }
    response.setHeader('Content-Length', String(body.length));
    response.end(body);
  }

  return {
    handle: (request, response, next) => handle(request, response).catch(next),
  };
}
