import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { ServerBuild } from '@remix-run/node';
import { readEnv, UnusableSetting } from './env.ts';
import { firstAdminAddress, openServices } from './open-services.server.ts';
import { createServer } from './server.ts';

const stopWithin = 8_000;
const settleEvery = 10 * 60 * 1_000;

/** No new requests; those under way are finished, the rest is cut off; then everything we opened is closed. */
function stopOn(signals: NodeJS.Signals[], server: Server, close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const cut = setTimeout(() => server.closeAllConnections(), stopWithin);
    server.close(async () => {
      clearTimeout(cut);
      try {
        await close();
        process.exitCode = 0;
      } catch {
        process.exitCode = 1;
      }
      // Whatever still waits (a child that does not answer) may not hold the office's restart.
      setTimeout(() => process.exit(), 1_000).unref();
    });
    server.closeIdleConnections();
  };
  for (const signal of signals) process.on(signal, stop);
}

/**
 * V8 measures its heap by the memory of the machine and lets drawn pages lie until there are many; an office's machine
 * holds other programs too. What is kept may grow by half between two collections.
 */
function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

async function start(): Promise<void> {
  collectEarly();
  const env = readEnv(process.env);
  const demo = process.argv.includes('--demo');
  const folder = dirname(fileURLToPath(import.meta.url));
  const buildFile = join(folder, 'server', 'index.js');
  if (!existsSync(buildFile)) {
    throw new UnusableSetting(
      'The program is not built yet: run npm run build first.\nChương trình chưa được dựng: hãy chạy npm run build trước.',
    );
  }
  // Made by `remix vite:build`; its shape is Remix's ServerBuild.
  const building = import(pathToFileURL(buildFile).href) as Promise<ServerBuild>;
  const [build, { services, close }] = await Promise.all([building, openServices(env, { demo })]);
  const settling = setInterval(() => {
    services.settle().catch((err: unknown) => services.log.error({ err }, 'the outbox was not settled'));
  }, settleEvery);
  settling.unref();
  const firstAdmin = demo ? null : await firstAdminAddress(services);
  const server = createServer(services, { build, clientFolder: join(folder, 'client') });
  server.on('error', async (error) => {
    process.stderr.write(`${env.host}:${env.port}: ${error.message}\n`);
    await close();
    process.exit(1);
  });
  server.listen(env.port, env.host, () => {
    process.stdout.write(`Rõ Việc: ${env.origin}\n`);
    if (firstAdmin) {
      process.stdout.write(`First administrator, link for one use within 24 hours: ${firstAdmin}\n`);
      process.stdout.write(`Quản trị hệ thống đầu tiên, liên kết dùng một lần trong 24 giờ: ${firstAdmin}\n`);
    }
  });
  stopOn(['SIGTERM', 'SIGINT'], server, close);
}

start().catch((error: unknown) => {
  const usage = error instanceof UnusableSetting;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = usage ? 2 : 1;
});
