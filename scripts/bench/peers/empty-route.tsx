import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { Outlet, Scripts } from '@remix-run/react';
import { pino } from 'pino';
import { readEnv } from '#app/http/env.ts';
import { createServer } from '#app/http/server.ts';
import type { AppServices } from '#app/http/services.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { openDatabase } from '#db/connection.ts';

/**
 * An empty Remix application behind the product's own server code: one route that asks nothing of anybody and gives a
 * page with as much text as `FILLER_LETTERS` says.
 */
const filler = `<p>${'Rõ người, rõ việc, rõ thời gian. '.repeat(10_000).slice(0, Number(process.env.FILLER_LETTERS))}</p>`;

function Root() {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <title>Empty</title>
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}

function Empty() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant
  return <main dangerouslySetInnerHTML={{ __html: filler }} />;
}

// Made by `remix vite:build`: pages are written out by the product's own entry.
const product = (await import(
  pathToFileURL(join(import.meta.dirname, 'server', 'index.js')).href
)) as ServerBuild;

const build: ServerBuild = {
  entry: product.entry,
  routes: {
    root: { id: 'root', path: '', module: { default: Root } },
    empty: { id: 'empty', parentId: 'root', path: 'empty', module: { default: Empty } },
  },
  assets: {
    version: 'bench',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: Object.fromEntries(
      [
        ['root', undefined, ''],
        ['empty', 'root', 'empty'],
      ].map(([id = '', parentId, path]) => [
        id,
        {
          id,
          parentId,
          path,
          module: `/assets/${id}.js`,
          imports: [],
          hasAction: false,
          hasLoader: false,
          hasErrorBoundary: false,
          hasClientAction: false,
          hasClientLoader: false,
        },
      ]),
    ),
  },
  publicPath: '/',
  basename: '/',
  assetsBuildDirectory: 'build/client',
  mode: 'production',
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
};

const env = readEnv(process.env);
// The parts of the services that the server itself asks; the route asks none.
const services = {
  env,
  log: pino({ level: 'silent' }),
  db: await openDatabase(env.databaseUrl),
  clock: { now: () => new Date().toISOString() },
  handbookFolder: null,
  findActor: async () => citizenOf(''),
  settle: async () => undefined,
} as unknown as AppServices;
createServer(services, { build, clientFolder: 'build/client' }).listen(env.port, '127.0.0.1');
