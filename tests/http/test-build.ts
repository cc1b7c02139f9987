import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache', 'ro-viec', 'test-builds');

/** A name for the sources as they are: a changed file gives another build. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of ['app', 'content/messages']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const { mtimeMs, size } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash
    .update(String(statSync(join(root, 'vite.config.ts')).mtimeMs))
    .digest('hex')
    .slice(0, 16);
}

function build(target: string): void {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'silent'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', QMS_BUILD_FOLDER: unfinished },
  });
  writeFileSync(join(unfinished, 'package.json'), '{"type":"module"}\n');
  for (const old of readdirSync(cache)) {
    if (statSync(join(cache, old)).mtimeMs < Date.now() - 3_600_000)
      rmSync(join(cache, old), { recursive: true });
  }
  // Two files of one run may build the same; the first one in place is as good as the other.
  if (existsSync(target)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, target);
}

/** The pages as `npm run build` makes them, made once for a state of the sources. */
export async function testBuild(): Promise<{ build: ServerBuild; clientFolder: string }> {
  const target = join(cache, stateOfSources());
  if (!existsSync(target)) build(target);
  const made = (await import(pathToFileURL(join(target, 'server', 'index.js')).href)) as ServerBuild; // Remix's own shape
  return { build: made, clientFolder: join(target, 'client') };
}
