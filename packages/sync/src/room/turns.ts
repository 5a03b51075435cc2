import type { BatchingWindow } from './batching-window.ts';

/** So much is taken into one commit at most. */
export const TURN_UPDATES = 1024;

/**
 * One thing after the other: batches of submissions and exclusive jobs, in the order in which they came.
 * Whatever arrives while a turn runs is the next turn (group commit without a timer, G3).
 */
export class Turns<T> {
  readonly #window: BatchingWindow;
  readonly #batch: (submissions: readonly T[]) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #idle: () => void;
  #queue: (T | Job)[] = [];
  #running = false;

  constructor(
    window: BatchingWindow,
    handlers: {
      /** Handles submissions that came one after another. */
      readonly batch: (submissions: readonly T[]) => Promise<void>;
      /** A batch threw: nothing more will run. */
      readonly failed: (error: unknown) => void;
      readonly idle: () => void;
    },
  ) {
    this.#window = window;
    this.#batch = handlers.batch;
    this.#failed = handlers.failed;
    this.#idle = handlers.idle;
  }

  get busy(): boolean {
    return this.#running || this.#queue.length > 0;
  }

  /** How many submissions and jobs wait for their turn. */
  get waiting(): number {
    return this.#queue.length;
  }

  submit(submission: T): void {
    this.#queue.push(submission);
    this.#start();
  }

  /** Runs `work` alone, after everything that was submitted before it. */
  exclusively<R>(work: () => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#queue.push(new Job(() => work().then(resolve, reject), reject));
      this.#start();
    });
  }

  /** Nothing that waits will run; jobs reject with `error`. */
  abandon(error: Error): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const entry of queue) if (entry instanceof Job) entry.reject(error);
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    // What all sockets brought in one go of the event loop is in the queue before the first turn begins.
    setImmediate(() => {
      this.#run().catch(this.#failed);
    });
  }

  async #run(): Promise<void> {
    try {
      while (this.#queue.length > 0) {
        const delay = this.#window.delay();
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        const next = this.#take();
        if (next instanceof Job) await next.run();
        else if (next.length > 0) await this.#batch(next);
      }
    } finally {
      this.#running = false;
    }
    this.#idle();
  }

  #take(): Job | T[] {
    const first = this.#queue[0];
    if (first instanceof Job) {
      this.#queue.shift();
      return first;
    }
    const end = this.#queue.findIndex((entry) => entry instanceof Job);
    const batch = this.#queue.splice(0, Math.min(TURN_UPDATES, end < 0 ? this.#queue.length : end));
    return batch.filter((entry): entry is T => !(entry instanceof Job));
  }
}

class Job {
  readonly run: () => Promise<void>;
  readonly reject: (error: unknown) => void;

  constructor(run: () => Promise<void>, reject: (error: unknown) => void) {
    this.run = run;
    this.reject = reject;
  }
}
