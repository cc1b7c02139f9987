import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, bundleChildren } from './bundles.ts';
import { makeWebFonts } from './web-fonts.ts';

/**
 * Builds the product into `build/`: the pages (Remix), the web process, the two locked children and the fonts. What it
 * builds runs with `node_modules` and `content` beside it.
 */
function buildPages(): void {
  const remix = join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  execFileSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

// First: the fonts are copied with the pages, which empty the folder before they are built.
await makeWebFonts();
buildPages();
await bundleChildren();
await bundle('app/http/web.ts', 'web.js');
