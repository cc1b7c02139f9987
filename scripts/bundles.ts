import { join } from 'node:path';
import { build } from 'esbuild';
import { buildPressFiles } from '#app/pdf/press-files.ts';

export const buildFolder = 'build';

/** One program of ours as one file; packages stay in `node_modules`. */
export async function bundle(entry: string, name: string): Promise<string> {
  const outfile = join(buildFolder, name);
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
  return outfile;
}

/** What both the product and the development server need beside them: the locked children and the document font. */
export async function bundleChildren(): Promise<void> {
  await bundle('app/mdx/child/press-child.ts', 'press-child.js');
  await buildPressFiles(buildFolder);
}
