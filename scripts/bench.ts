import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildFolder } from './bundles.ts';

/**
 * `npm run bench [-- row …] [--brief]`: measures the built program against its peers. What measures is bundled beside
 * the product, so that both run as production code; a build older than its sources is made again first.
 */
function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

function buildProduct(): void {
  const made = join(buildFolder, 'web.js');
  const sources = Math.max(newestIn('app'), newestIn('db'), newestIn('content/messages'));
  if (existsSync(made) && statSync(made).mtimeMs > sources) return;
  process.stdout.write('Building the product first…\n');
  const built = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The product could not be built; see above.');
}

buildProduct();
const peers = readdirSync('scripts/bench/peers').map((file) => join('scripts/bench/peers', file));
await build({
  entryPoints: ['scripts/bench/run.ts', ...peers],
  outdir: buildFolder,
  entryNames: 'bench-[name]',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  charset: 'utf8',
  logLevel: 'warning',
});
const run = spawn(process.execPath, [join(buildFolder, 'bench-run.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => run.kill(signal));
run.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
