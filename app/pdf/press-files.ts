import { existsSync, realpathSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFolderName, prepareFonts } from './font-files.ts';

/** The drawing process as one plain file, and the folder of its fonts. It needs nothing else to run. */
export interface PressFiles {
  child: string;
  fonts: string;
}

const builtChild = 'pdf-child.js';

/** Makes the drawing process for a build: `<folder>/pdf-child.js` and `<folder>/fonts`. */
export async function buildPressFiles(folder: string): Promise<PressFiles> {
  const child = join(folder, builtChild);
  await bundleChild(child);
  return { child, fonts: await prepareFonts(join(folder, 'fonts')) };
}

async function bundleChild(target: string): Promise<void> {
  // Only sources and the build itself get here; a built product never loads the bundler.
  const { build } = await import('esbuild');
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.mjs`;
  await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), 'press-child.ts')],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as pressRequire } from 'node:module'; const require = pressRequire(import.meta.url); const __dirname = import.meta.dirname; const __filename = import.meta.filename;",
    },
  });
  await rename(unfinished, target);
}

/** The nearest folder above this module that has what is looked for. */
function folderAbove(name: string): string | null {
  // The lock compares real paths: a folder reached by a symbolic link is another folder to it.
  let folder = dirname(realpathSync(fileURLToPath(import.meta.url)));
  while (folder !== dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    folder = dirname(folder);
  }
  return null;
}

/** Finds the built press, or makes one from the sources in the cache. */
export async function findPressFiles(): Promise<PressFiles> {
  const built = folderAbove(builtChild);
  if (built) return { child: join(built, builtChild), fonts: join(built, 'fonts') };
  const root = folderAbove('node_modules');
  if (!root) throw new Error('The PDF press found neither its build nor its sources.');
  const cache = join(root, 'node_modules', '.cache', 'ro-viec');
  const child = join(cache, 'pdf-child.mjs');
  await bundleChild(child);
  return { child, fonts: await prepareFonts(join(cache, fontFolderName())) };
}
