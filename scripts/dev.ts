import { spawn } from 'node:child_process';
import { bundle, bundleChildren } from './bundles.ts';
import { makeWebFonts } from './web-fonts.ts';

// A program of its own: Remix's development tools do not run under the TypeScript loader that runs this script.
await makeWebFonts();
await bundleChildren();
const program = await bundle('scripts/dev-server.ts', 'dev.js');
const server = spawn(process.execPath, [program], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
