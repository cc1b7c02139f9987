import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildPressFiles } from '#app/pdf/press-files.ts';
import { makeWebFonts } from './web-fonts.ts';

/**
 * Builds the product into `build/`: the pages (Remix), the web process, the two locked children, and the document
 * font cut down to the letters we print. What it builds needs `node_modules` and `content` beside it.
 */
const folder = 'build';

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'warning',
  });
}

function pages(): void {
  const remix = join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

const mdxChild = 'app/mdx/child/press-child.ts';

await makeWebFonts();
pages();
await bundle('app/http/web.ts', join(folder, 'web.js'));
if (existsSync(mdxChild)) await bundle(mdxChild, join(folder, 'press-child.js'));
await buildPressFiles(folder);
