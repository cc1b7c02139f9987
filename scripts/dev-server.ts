import type { ServerBuild } from '@remix-run/node';
import { createServer as createVite, type ViteDevServer } from 'vite';
import { readEnv } from '#app/http/env.ts';
import { openServices } from '#app/http/open-services.server.ts';
import { createServer } from '#app/http/server.ts';
import { makeWebFonts } from './web-fonts.ts';

/** The product with its sources: pages are compiled when asked for. Only this machine can reach it. */
const env = readEnv(process.env);
await makeWebFonts();
const { services, close } = await openServices(env);
const vite: ViteDevServer = await createVite({ server: { middlewareMode: true } });

// What Vite gives under this name is Remix's own build of the moment.
const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;

const server = createServer(services, {
  build,
  clientFolder: 'app/ui/public',
  mode: 'development',
  before: vite.middlewares,
});
server.listen(env.port, '127.0.0.1', () =>
  process.stdout.write(`Rõ Việc (dev): http://localhost:${env.port}\n`),
);

const stop = async () => {
  await vite.close();
  server.closeAllConnections();
  server.close(() => void close());
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
