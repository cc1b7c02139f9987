import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { type Clock, clockAt } from '#app/http/clock.ts';
import type { AppEnv } from '#app/http/env.ts';
import { type Installation, openInstallation } from '#app/http/installation.server.ts';
import { servicesOf } from '#app/http/open-services.server.ts';
import { createServer } from '#app/http/server.ts';
import type { AppServices } from '#app/http/services.ts';
import { testBuild } from './test-build.ts';
import { copyNewOffice } from './test-office.ts';

export interface TestServer {
  /** `http://127.0.0.1:<port>`: where requests go. */
  url: string;
  /** The configured address, which is what the program believes. */
  origin: string;
  services: AppServices;
  /** What the program logged, one object a line. */
  log: Record<string, unknown>[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A form sent from one of our own pages, unless the headers say otherwise; pairs where a name comes twice. */
  post(
    path: string,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  clock?: Clock;
  /** An installation opened by the test, which also closes it; else the model ward of an empty folder. */
  installation?: Installation;
  /** Who every request comes from, where the test is not about signing in. */
  findActor?: AppServices['findActor'];
  build?: ServerBuild;
  origin?: string;
}

/** The real server with the real pages on a free port. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { build, clientFolder } = await testBuild();
  const dataFolder = mkdtempSync(join(tmpdir(), 'ro-viec-web-'));
  const clock = options.clock ?? clockAt('2026-11-21T02:00:00.000Z');
  const databaseUrl = join(dataFolder, 'qms.sqlite');
  if (!options.installation) await copyNewOffice(dataFolder);
  const installation = options.installation ?? (await openInstallation({ dataFolder, databaseUrl, clock }));
  const origin = options.origin ?? 'http://localhost:3000';
  const env: AppEnv = {
    dataFolder,
    databaseUrl,
    origin,
    secure: origin.startsWith('https:'),
    host: '127.0.0.1',
    port: 0,
  };
  const log: Record<string, unknown>[] = [];
  // pino writes one JSON object a line.
  const logger = pino(
    { base: undefined },
    { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const services = servicesOf(installation, env, logger);
  if (options.findActor) services.findActor = options.findActor;
  const server = createServer(services, { build: options.build ?? build, clientFolder });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with a port.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init: RequestInit) => fetch(`${url}${path}`, { redirect: 'manual', ...init });
  return {
    url,
    origin,
    services,
    log,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = { 'Sec-Fetch-Site': 'same-origin' }) =>
      ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (!options.installation) await installation.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
