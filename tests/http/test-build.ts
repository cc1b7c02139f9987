import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { cacheFolder, root, stateOf, tidyCache } from './source-state.ts';

function build(target: string): void {
  tidyCache();
  const unfinished = `${target}.${process.pid}`;
  const remix = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  try {
    execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'silent'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', QMS_BUILD_FOLDER: unfinished },
    });
    writeFileSync(join(unfinished, 'package.json'), '{"type":"module"}\n');
    // Pages that read the library find it beside them, as beside a built program.
    symlinkSync(join(root, 'content'), join(unfinished, 'content'));
    // Two files of one run may build the same; the first one in place is as good as the other.
    if (!existsSync(target)) renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The pages as `npm run build` makes them, made once for a state of the sources. */
export async function testBuild(): Promise<{ build: ServerBuild; clientFolder: string }> {
  const target = join(cacheFolder, `pages-${stateOf('app', 'content/messages', 'vite.config.ts')}`);
  if (!existsSync(target)) build(target);
  const made = (await import(pathToFileURL(join(target, 'server', 'index.js')).href)) as ServerBuild; // Remix's own shape
  return { build: made, clientFolder: join(target, 'client') };
}
