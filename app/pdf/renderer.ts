import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Paper, PressAnswer } from './press-child.ts';
import { findPressFiles, type PressFiles } from './press-files.ts';
import type { Sheet } from './sheet.ts';
import type { WordSheet } from './word/word-sheet.ts';

export type PressFault = 'busy' | 'refused' | 'deadline' | 'crashed' | 'closed';

/** A sheet that was not drawn. `detail` is for the log, never for a reader. */
export class PressFailure extends Error {
  constructor(
    readonly fault: PressFault,
    readonly detail: string,
  ) {
    super(`PDF not drawn: ${fault}`);
    this.name = 'PressFailure';
  }
}

export interface PdfPress {
  /** Draws a sheet; the same sheet gives the same bytes. Throws `PressFailure`. A book may be given longer. */
  render(sheet: Sheet, deadlineMs?: number): Promise<Buffer>;
  /** The same for a Word file. */
  word(sheet: WordSheet): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PressLimits {
  deadlineMs: number;
  /** Sheets that may wait; the next one is refused as busy. */
  waiting: number;
  /** A drawing process is replaced after this many sheets. */
  sheetsPerChild: number;
}

interface Job {
  paper: Paper;
  deadlineMs: number;
  done: (bytes: Buffer) => void;
  failed: (failure: PressFailure) => void;
}

const usual: PressLimits = { deadlineMs: 20_000, waiting: 32, sheetsPerChild: 200 };

/** Node's own lock: read the given folders, write nothing, start nothing, load nothing native. */
export function lockedNodeFlags(files: PressFiles): string[] {
  // Named so since Node 22.13; before that, and on Node 20, it was marked experimental.
  const lock = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return [
    lock,
    `--allow-fs-read=${files.child}`,
    `--allow-fs-read=${dirname(files.child)}/package.json`,
    `--allow-fs-read=${files.fonts}/*`,
    '--max-old-space-size=512',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
  ];
}

function startChild(files: PressFiles): Promise<ChildProcess> {
  const child = fork(files.child, [files.fonts], {
    execArgv: lockedNodeFlags(files),
    env: { NODE_ENV: 'production', TZ: 'UTC', LANG: 'C.UTF-8' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code, signal) =>
      reject(new PressFailure('crashed', `exit ${code ?? signal}: ${said}`)),
    );
    child.once('error', (error) => reject(new PressFailure('crashed', error.message)));
  });
}

/** Lets the program end while nothing is being drawn. */
function hold(child: ChildProcess, busy: boolean): void {
  const errors = child.stderr instanceof Socket ? child.stderr : undefined;
  for (const handle of [child, child.channel, errors]) {
    if (busy) handle?.ref();
    else handle?.unref();
  }
}

/** One sheet in one child, killed at the deadline. */
function drawIn(child: ChildProcess, id: number, paper: Paper, deadlineMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.removeListener('message', onAnswer);
      child.removeListener('exit', onExit);
      settle();
    };
    const onAnswer = (answer: PressAnswer) => {
      if (answer.id !== id) return;
      if ('bytes' in answer) end(() => resolve(Buffer.from(answer.bytes)));
      else end(() => reject(new PressFailure('refused', answer.refusal)));
    };
    const onExit = (code: number | null, signal: string | null) =>
      end(() => reject(new PressFailure('crashed', `exit ${code ?? signal}`)));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      child.removeListener('exit', onExit);
      child.once('exit', () => end(() => reject(new PressFailure('deadline', `${deadlineMs} ms`))));
    }, deadlineMs);
    child.on('message', onAnswer);
    child.on('exit', onExit);
    child.send({ id, ...paper }, (error) => {
      if (error) end(() => reject(new PressFailure('crashed', error.message)));
    });
  });
}

/** The one way to make a PDF. Nothing starts before the first sheet; sheets are drawn one after another. */
export function createPdfPress(
  options: { files?: PressFiles; limits?: Partial<PressLimits> } = {},
): PdfPress {
  const limits = { ...usual, ...options.limits };
  const waiting: Job[] = [];
  let files: Promise<PressFiles> | undefined;
  let child: ChildProcess | undefined;
  let drawn = 0;
  let working: Promise<void> | undefined;
  let closed = false;

  async function readyChild(): Promise<ChildProcess> {
    if (child && child.exitCode === null && child.signalCode === null && drawn < limits.sheetsPerChild)
      return child;
    stopChild();
    files ??= options.files ? Promise.resolve(options.files) : findPressFiles();
    child = await startChild(await files);
    drawn = 0;
    return child;
  }

  function stopChild() {
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function draw(job: Job): Promise<void> {
    try {
      const ready = await readyChild();
      hold(ready, true);
      job.done(await drawIn(ready, ++drawn, job.paper, job.deadlineMs));
      hold(ready, false);
    } catch (error) {
      const failure = error instanceof PressFailure ? error : new PressFailure('crashed', String(error));
      if (failure.fault !== 'refused') stopChild();
      else if (child) hold(child, false);
      job.failed(failure);
    }
  }

  async function work(): Promise<void> {
    for (let job = waiting.shift(); job; job = waiting.shift()) await draw(job);
    working = undefined;
  }

  function queue(paper: Paper, deadlineMs = limits.deadlineMs): Promise<Buffer> {
    if (closed) return Promise.reject(new PressFailure('closed', 'the press is closed'));
    if (waiting.length >= limits.waiting)
      return Promise.reject(new PressFailure('busy', `${waiting.length} waiting`));
    return new Promise((done, failed) => {
      waiting.push({ paper, deadlineMs, done, failed });
      working ??= work();
    });
  }

  return {
    render: (sheet, deadlineMs) => queue({ sheet }, deadlineMs),
    word: (sheet) => queue({ word: sheet }),
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.failed(new PressFailure('closed', 'the press is closed'));
      const last = child;
      last?.ref();
      stopChild();
      if (last && last.exitCode === null && last.signalCode === null)
        await new Promise((gone) => last.once('exit', gone));
      await working;
    },
  };
}
