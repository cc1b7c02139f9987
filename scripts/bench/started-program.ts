import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StartedProgram {
  url: string;
  pid: number;
  /** Milliseconds from the start to the first answer. */
  firstAnswerAfter: number;
  stop(): Promise<void>;
}

/** Beside this program: what it was built together with. */
export function builtFile(name: string): string {
  return join(import.meta.dirname, name);
}

let room: string | undefined;

/** An empty folder that is gone when the run ends. */
export function newFolder(): string {
  if (room === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'ro-viec-bench-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    room = made;
  }
  return mkdtempSync(join(room, 'x-'));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

/** Asks until the address answers with 200. */
async function firstAnswer(url: string, child: ChildProcess): Promise<number> {
  const from = performance.now();
  while (child.exitCode === null && performance.now() - from < 60_000) {
    const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer.`);
}

/** Starts a built program on a free port (`PORT`) and waits for its first answer at `path`. */
export async function startProgram(
  file: string,
  settings: { arguments?: string[]; environment?: Record<string, string>; path?: string },
): Promise<StartedProgram> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [builtFile(file), ...(settings.arguments ?? [])], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      PORT: String(port),
      APP_ORIGIN: `http://localhost:${port}`,
      ...settings.environment,
    },
  });
  const stopNow = () => child.kill('SIGKILL');
  process.once('exit', stopNow);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const firstAnswerAfter = await firstAnswer(`${url}${settings.path ?? '/'}`, child);
  return {
    url,
    pid: child.pid ?? 0,
    firstAnswerAfter,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      process.off('exit', stopNow);
    },
  };
}

/** Memory a process holds now and held at most, in MB, as the kernel counts it; null where there is no /proc. */
export function memoryOf(pid: number): { now: number; most: number } | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** Processes that a process started: what they run, and their memory in MB. */
export function childrenOf(pid: number): { name: string; most: number }[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1];
      if (Number(parent) !== pid) return [];
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      const program = command.find((part) => /\.m?js$/.test(part)) ?? command[0] ?? '';
      return [{ name: program.split('/').at(-1) ?? program, most: memoryOf(Number(entry))?.most ?? 0 }];
    } catch {
      return []; // Ended meanwhile.
    }
  });
}
