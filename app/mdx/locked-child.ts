import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** All the child is told of the world: no path, no address of a database, no secret. */
export const childEnvironmentNames = ['NODE_ENV', 'LANG', 'TZ'] as const;
const childMemory = 256;
/**
 * Under a small limit V8 lets the heap grow little between two collections and collects four times as often, which
 * costs half of the child's time. It may grow as it would without a limit; the limit itself stays.
 */
const childGrowth = 300;

function childEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of childEnvironmentNames) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/**
 * Starts a child of few rights in a process group of its own, so that it can be stopped together with whatever it
 * started. It runs in the folder of its program and inherits neither options nor open files.
 */
export function startLockedChild(entry: URL): ChildProcess {
  const program = fileURLToPath(entry);
  const options = [`--max-old-space-size=${childMemory}`, `--heap-growing-percent=${childGrowth}`];
  if (/\.tsx?$/.test(program)) options.push('--import', typescriptLoader());
  return spawn(process.execPath, [...options, program], {
    cwd: dirname(program),
    // Node's type asks for NODE_ENV; an environment without it is as good.
    env: childEnvironment() as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** The whole group at once: a bundler the child started does not outlive it. */
export function stopLockedChild(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** Beside the built program stands the built child; in the sources, the source. */
export function pressChildEntry(here: string = import.meta.url): URL {
  if (/\.tsx?$/.test(new URL(here).pathname)) return new URL(`./child/${'press-child.ts'}`, here);
  let folder = dirname(fileURLToPath(here));
  for (;;) {
    const program = `${folder}/press-child.js`;
    if (existsSync(program)) return pathToFileURL(program);
    if (folder === dirname(folder))
      throw new Error('press-child.js was not found beside or above the program.');
    folder = dirname(folder);
  }
}

function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
