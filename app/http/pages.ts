import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from 'express';
import type { ContentVersion } from './content-version.ts';
import type { PageCache } from './page-cache.ts';
import { publicPageMark } from './public-page.ts';
import { requestContext } from './request-context.ts';
import { withAnswers } from './respond.ts';
import { standingHeaders } from './security.ts';
import type { AppServices } from './services.ts';

const formLimit = 1024 * 1024;
const uploadLimit = 30 * 1024 * 1024;

class BodyTooLarge extends Error {}

/** Largest body this request may send, by what it says it sends. */
export function bodyLimit(contentType: string | undefined): number {
  return contentType?.toLowerCase().startsWith('multipart/form-data') ? uploadLimit : formLimit;
}

function capped(request: ExpressRequest, limit: number): ReadableStream<Uint8Array> {
  let seen = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
  request.on('error', (error) => counter.destroy(error));
  // Node's own ReadableStream type and the DOM's differ only by name.
  return Readable.toWeb(request.pipe(counter)) as unknown as ReadableStream<Uint8Array>;
}

/** The request as the web sees it; its address is always under our own origin, whatever `Host` says. */
function webRequest(request: ExpressRequest, response: ExpressResponse, origin: string): Request {
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
    init.body = capped(request, bodyLimit(request.headers['content-type']));
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

export function createPages(
  services: AppServices,
  build: ServerBuild,
  version: ContentVersion,
  cache: PageCache,
  mode: 'production' | 'development',
): Pages {
  const paths = routePaths(build);
  const answer = createRequestHandler(withAnswers(build), mode);
  const standing = standingHeaders(services.env.secure);

  return {
    async handle(request, response, next) {
      try {
        const key = cache.keyOf(request);
        const madeUnder = version.current();
        const asked = webRequest(request, response, services.env.origin);
        const context = requestContext(services, asked, (path) => paths.has(path));
        const page = await answer(asked, context);
        const isPublic = page.headers.get(publicPageMark) === 'yes';
        page.headers.delete(publicPageMark);
        response.status(page.status);
        for (const [name, value] of page.headers) response.append(name, value);
        if (!page.headers.has('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
        if (request.method === 'HEAD' || !page.body) return void response.end();
        if (!page.headers.get('Content-Type')?.startsWith('text/html')) {
          return await writeReadableStreamToWritable(page.body, response);
        }
        const body = Buffer.from(await page.arrayBuffer());
        if (isPublic && key && !page.headers.has('Set-Cookie')) {
          const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
          const headers = [...standing, ...page.headers].filter(([name]) => name !== 'cache-control');
          headers.push(['Cache-Control', 'no-cache'], ['ETag', etag]);
          headers.push(['Vary', 'Cookie, Accept-Language, Accept-Encoding']);
          response.setHeader('Cache-Control', 'no-cache');
          response.setHeader('ETag', etag);
          response.vary('Cookie, Accept-Language');
          await cache.store(key, madeUnder, { status: page.status, headers, body, etag });
        }
        response.setHeader('Content-Length', String(body.length));
        response.end(body);
      } catch (error) {
        next(error);
      }
    },
  };
}

export function isBodyTooLarge(error: unknown): boolean {
  return error instanceof BodyTooLarge || (error instanceof Error && error.cause instanceof BodyTooLarge);
}
