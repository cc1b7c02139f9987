import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { Refused } from '#app/http/errors.ts';
import type { ChildMessage, PressAnswer, PressRequest } from './child/answer.ts';
import { startLockedChild, stopLockedChild } from './locked-child.ts';
import { type PressLimits, stoppedAnswer } from './press-limits.ts';

interface Job {
  request: PressRequest;
  resolve: (answer: PressAnswer) => void;
  reject: (problem: unknown) => void;
}

interface Worker {
  child: ChildProcess;
  ready: boolean;
  job: Job | null;
  busySince: number;
  deadline: NodeJS.Timeout | null;
  /** The end of what a failing child wrote, for the message of the failure. */
  lastWords: string;
  gone: Promise<void>;
}

/** Hands texts to locked children, one text a child at a time, and kills a child that overruns. */
export class PressPool {
  readonly #entry: URL;
  readonly #limits: PressLimits;
  readonly #waiting: Job[] = [];
  readonly #workers = new Set<Worker>();
  /** Children that were stopped and have not ended yet. */
  readonly #ending = new Set<Worker>();
  #closed = false;
  readonly #stopAll = () => {
    for (const worker of this.#workers) stopLockedChild(worker.child);
  };

  constructor(entry: URL, limits: PressLimits) {
    this.#entry = entry;
    this.#limits = limits;
    process.once('exit', this.#stopAll);
  }

  run(request: PressRequest): Promise<PressAnswer> {
    if (this.#closed || this.#waiting.length >= this.#limits.waiting) {
      return Promise.reject(new Refused('mdx.refusal.busy'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    process.off('exit', this.#stopAll);
    for (const job of this.#waiting.splice(0)) job.reject(new Refused('mdx.refusal.busy'));
    const ends = [...this.#workers, ...this.#ending].map((worker) => {
      worker.child.ref();
      return worker.gone;
    });
    this.#stopAll();
    await Promise.all(ends);
  }

  #handOut(): void {
    for (const worker of this.#workers) {
      if (!worker.ready || worker.job) continue;
      const job = this.#waiting.shift();
      if (!job) break;
      this.#give(worker, job);
    }
    if (this.#waiting.length > 0 && this.#mayStartAnother()) this.#start();
    this.#retireSpare();
  }

  #mayStartAnother(): boolean {
    const workers = [...this.#workers];
    if (workers.some((worker) => !worker.ready)) {
      return workers.length < Math.min(this.#limits.warm, this.#waiting.length);
    }
    if (workers.length < this.#limits.warm) return true;
    const now = performance.now();
    const allHeld = workers.every((worker) => worker.job && now - worker.busySince >= this.#limits.patience);
    return allHeld && workers.length < this.#limits.most;
  }

  #retireSpare(): void {
    for (const worker of this.#workers) {
      if (this.#workers.size <= this.#limits.warm) return;
      if (worker.ready && !worker.job) this.#stop(worker);
    }
  }

  #start(): void {
    const child = startLockedChild(this.#entry);
    let leave = () => {};
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const worker: Worker = {
      child,
      ready: false,
      job: null,
      busySince: 0,
      deadline: null,
      lastWords: '',
      gone,
    };
    this.#workers.add(worker);
    child.on('message', (message: ChildMessage) => this.#hear(worker, message));
    child.stderr?.on('data', (words: Buffer) => {
      worker.lastWords = (worker.lastWords + words.toString('utf8')).slice(-2_000);
    });
    child.on('error', (problem) => {
      worker.lastWords += problem.message;
    });
    child.once('close', () => {
      this.#bury(worker);
      leave();
    });
  }

  #hear(worker: Worker, message: ChildMessage): void {
    if (message.say === 'ready') {
      worker.ready = true;
      this.#letGo(worker);
    } else if (message.say === 'guarded') {
      if (worker.job) this.#setDeadline(worker, this.#limits.bundleMilliseconds);
      return;
    } else {
      const { job } = worker;
      this.#letGo(worker);
      if (message.say === 'answer') job?.resolve(message.answer);
      else job?.reject(new Error(`A text could not be drawn: ${message.reason}`));
    }
    this.#handOut();
  }

  #give(worker: Worker, job: Job): void {
    worker.job = job;
    worker.busySince = performance.now();
    worker.child.ref();
    worker.child.channel?.ref();
    this.#setDeadline(worker, this.#limits.guardMilliseconds);
    setTimeout(() => this.#handOut(), this.#limits.patience).unref();
    worker.child.send(job.request, () => undefined);
  }

  /** An idle child keeps nobody's program from ending. */
  #letGo(worker: Worker): void {
    if (worker.deadline) clearTimeout(worker.deadline);
    worker.deadline = null;
    worker.job = null;
    worker.child.unref();
    worker.child.channel?.unref();
    if (worker.child.stderr instanceof Socket) worker.child.stderr.unref();
  }

  #setDeadline(worker: Worker, milliseconds: number): void {
    if (worker.deadline) clearTimeout(worker.deadline);
    worker.deadline = setTimeout(() => {
      const { job } = worker;
      worker.job = null;
      this.#stop(worker);
      job?.resolve(stoppedAnswer(job.request, 'guard.too-slow', milliseconds / 1000));
      this.#handOut();
    }, milliseconds);
  }

  #stop(worker: Worker): void {
    this.#workers.delete(worker);
    this.#ending.add(worker);
    stopLockedChild(worker.child);
  }

  /** A child that ended by itself: out of memory with a text in hand, or unable to start at all. */
  #bury(worker: Worker): void {
    const wasOurs = this.#workers.delete(worker);
    this.#ending.delete(worker);
    if (worker.deadline) clearTimeout(worker.deadline);
    // Whatever it started goes with it.
    stopLockedChild(worker.child);
    const { job } = worker;
    worker.job = null;
    job?.resolve(stoppedAnswer(job.request, 'guard.too-heavy', 0));
    if (!wasOurs || this.#closed) return;
    if (!worker.ready) {
      const problem = new Error(`The child that reads texts did not start: ${worker.lastWords.trim()}`);
      for (const waiting of this.#waiting.splice(0)) waiting.reject(problem);
    }
    this.#handOut();
  }
}
