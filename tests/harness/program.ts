import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildPressFiles } from '#app/pdf/press-files.ts';
import { cacheFolder, root, stateOf } from '#tests/http/source-state.ts';
import { testBuild } from '#tests/http/test-build.ts';

async function bundle(entry: string, outfile: string): Promise<void> {
  const settings = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const;
  await build({ entryPoints: [join(root, entry)], outfile, ...settings, target: 'node20', charset: 'utf8' });
}

/**
 * The program as `npm run build` makes it, in a folder of its own. `plant` changes the text of the built pages, for a
 * test that must see a fault.
 * @returns the path of `web.js`.
 */
export async function testProgram(plant?: { name: string; into(pages: string): string }): Promise<string> {
  const sources = ['app', 'db', 'content/messages', 'vite.config.ts'];
  const target = join(cacheFolder, `program-${plant?.name ?? 'as-built'}-${stateOf(...sources)}`);
  if (!existsSync(target)) await make(target, plant);
  return join(target, 'build', 'web.js');
}

async function make(target: string, plant?: { into(pages: string): string }): Promise<void> {
  const { clientFolder } = await testBuild();
  const unfinished = `${target}.${process.pid}`;
  const folder = join(unfinished, 'build');
  mkdirSync(join(folder, 'server'), { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{"type":"module"}\n');
  symlinkSync(join(root, 'content'), join(unfinished, 'content'));
  symlinkSync(clientFolder, join(folder, 'client'));
  const pages = readFileSync(join(clientFolder, '..', 'server', 'index.js'), 'utf8');
  writeFileSync(join(folder, 'server', 'index.js'), plant ? plant.into(pages) : pages);
  await bundle('app/http/web.ts', join(folder, 'web.js'));
  await bundle('app/mdx/child/press-child.ts', join(folder, 'press-child.js'));
  await buildPressFiles(folder);
  if (!existsSync(target)) renameSync(unfinished, target);
  rmSync(unfinished, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The program as a process of its own. */
export class Running {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.stdout?.on('data', (part: Buffer) => {
      this.stdout += part.toString('utf8');
    });
    child.stderr?.on('data', (part: Buffer) => {
      this.stderr += part.toString('utf8');
    });
    this.ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Starts it; what the environment of the test says about data, ports and databases is not handed on. */
  static async start(program: string, env: Record<string, string>, args: string[] = []): Promise<Running> {
    const port = env.PORT ?? String(await freePort());
    const { PATH = '', HOME = '' } = process.env;
    const settings = { PATH, HOME, NODE_ENV: 'production' as const, LOG_LEVEL: 'error', PORT: port, ...env };
    const child = spawn(process.execPath, [program, ...args], {
      env: settings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Running(child, `http://localhost:${port}`);
  }

  /** Resolves when it answers; refuses with what it said when it ended instead. */
  async answers(): Promise<this> {
    let over: Ended | undefined;
    this.ended.then((end) => {
      over = end;
    });
    for (;;) {
      if (over) throw new Error(`The program ended (${over.code ?? over.signal}): ${this.stderr}`);
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok && this.stdout.includes('Rõ Việc')) return this;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The one-time address of the first administrator, as printed. */
  firstAdminPath(): string {
    const path = /\/welcome\/[\w-]{43}/.exec(this.stdout)?.[0];
    if (!path) throw new Error(`No link was printed: ${this.stdout}`);
    return path;
  }

  get(path: string, cookie = ''): Promise<Response> {
    return fetch(`${this.url}${path}`, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} });
  }

  post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
    const headers = { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) };
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    });
  }
}

/** The session that an answer hands to the browser, as the browser sends it back. */
export function sessionOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('session='));
  if (!cookie) throw new Error(`No session was opened: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}
