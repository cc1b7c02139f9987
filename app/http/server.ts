import { createServer as createHttpServer, type Server } from 'node:http';
import compression from 'compression';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { sql } from 'kysely';
import { chooseLocale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { ContentVersion } from './content-version.ts';
import { comesFromOurPages } from './csrf.ts';
import { PageCache } from './page-cache.ts';
import { type BuildSource, bodyLimit, createPages } from './pages.ts';
import { plainPage } from './plain-page.ts';
import { requestTarget } from './request-target.ts';
import { standingHeaders } from './security.ts';
import type { AppServices } from './services.ts';

export interface ServerParts {
  build: BuildSource;
  /** Folder of the browser's files, made by the build. */
  clientFolder: string;
  mode?: 'production' | 'development';
  /** Asked before everything else; the development server puts its own tools here. */
  before?: RequestHandler;
}

function refuse(request: express.Request, response: Response, status: number, key: string): void {
  if (response.headersSent) return void response.destroy();
  const locale = chooseLocale(request.headers.cookie, request.headers['accept-language']);
  response.status(status).type('html');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  );
  // What is left of a refused body is not read.
  if (status === 413) response.setHeader('Connection', 'close');
  response.end(plainPage(locale, translate(locale, `${key}.title`), translate(locale, `${key}.text`)));
}

/** What a browser's form sends; nothing else is read. A post without a body sends no type. */
function isForm(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  const [type = '', ...settings] = contentType.toLowerCase().split(';');
  if (type.trim() === 'application/x-www-form-urlencoded') return true;
  return type.trim() === 'multipart/form-data' && settings.some((one) => /^\s*boundary=./.test(one));
}

function guard(services: AppServices): RequestHandler {
  const standing = standingHeaders(services.env.secure);
  return (request, response, next) => {
    for (const [name, value] of standing) response.setHeader(name, value);
    const { headers, method } = request;
    const secFetchSite = headers['sec-fetch-site'];
    const provenance = {
      method,
      secFetchSite: Array.isArray(secFetchSite) ? 'several' : secFetchSite,
      origin: headers.origin,
    };
    if (!comesFromOurPages(provenance, services.env.origin)) {
      return refuse(request, response, 403, 'errors.other-site');
    }
    // No address of ours holds a NUL, and PostgreSQL takes none.
    if (/%00/.test(request.originalUrl)) return refuse(request, response, 404, 'errors.not-found');
    if (!['GET', 'HEAD', 'POST'].includes(method)) {
      response.setHeader('Allow', 'GET, HEAD, POST');
      return refuse(request, response, 405, 'errors.method');
    }
    if (method === 'POST' && !isForm(headers['content-type'])) {
      return refuse(request, response, 415, 'errors.no-form');
    }
    if (Number(headers['content-length'] ?? 0) > bodyLimit(headers['content-type'])) {
      return refuse(request, response, 413, 'errors.too-large');
    }
    next();
  };
}

/** Is the program alive and its database within reach? Says nothing else to whoever asks. */
function health(services: AppServices): RequestHandler {
  return async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      await sql`select 1`.execute(services.db);
      response.json({ ok: true });
    } catch {
      response.status(503).json({ ok: false });
    }
  };
}

/** Builds the server from its parts; opens nothing, so a test starts it on any port and ends it. */
export function createServer(services: AppServices, parts: ServerParts): Server {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', false);
  const version = new ContentVersion(services.clock, async () => {
    const head = await services.db
      .selectFrom('journal_entry')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirst();
    return String(head?.seq ?? 0);
  });
  const cache = new PageCache(() => version.current());
  const pages = createPages(services, parts.build, version, cache, parts.mode ?? 'production');

  if (parts.before) app.use(parts.before);
  app.use(guard(services));
  app.get('/healthz', health(services));
  app.use(compression());
  app.use(
    '/assets',
    express.static(`${parts.clientFolder}/assets`, {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  );
  const files = express.static(parts.clientFolder, { maxAge: '1d', index: false, redirect: false });
  // Our files have a dot in their names; for the pages the disk is not asked.
  app.use((request, response, next) =>
    request.path.includes('.') ? files(request, response, next) : next(),
  );
  app.all('*', (request, response, next) => void pages.handle(request, response, next));
  const onFault: ErrorRequestHandler = (error, request, response, _next) => {
    // An address that cannot be read (`/%`, `/assets/..%2f`) is one that leads nowhere.
    if (error?.status >= 400 && error.status < 500) return refuse(request, response, 404, 'errors.not-found');
    services.log.error({ path: request.path, method: request.method, err: error }, 'request failed');
    refuse(request, response, 500, 'errors.failed');
  };
  app.use(onFault);

  return serve(app, cache, version);
}

/** Kept pages are answered before anything else is asked; whoever is too slow is cut off. */
function serve(app: express.Express, cache: PageCache, version: ContentVersion): Server {
  // Slow heads are looked for often: what is too slow is cut soon after its time, not half a minute later.
  const limits = { maxHeaderSize: 16_384, connectionsCheckingInterval: 2_000 };
  const server = createHttpServer(limits, (request, response) => {
    const target = requestTarget(request.url);
    if (target === null) {
      response.writeHead(400, { Connection: 'close' });
      return void response.end();
    }
    request.url = target;
    const key = cache.keyOf(request);
    if (key === null) return app(request, response);
    if (version.fresh) {
      if (!cache.answer(request, response, key)) app(request, response);
      return;
    }
    version.refresh().then(
      () => {
        if (!cache.answer(request, response, key)) app(request, response);
      },
      () => app(request, response),
    );
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 20_000;
  server.maxConnections = 2_000;
  return server;
}
