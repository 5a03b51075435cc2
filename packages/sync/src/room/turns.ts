import type { BatchingWindow } from './batching-window.ts';

/** So much is taken into one commit at most; more that waits keeps its senders waiting. */
const TURN_UPDATES = 1024;
const TURN_BYTES = 512 * 1024;

/** What waits for its turn. */
interface Weighed {
  readonly update: Uint8Array;
}

/**
 * One thing after the other: batches of submissions and exclusive jobs, in the order in which they came.
 * Whatever arrives while a turn runs is the next turn (group commit without a timer, G3).
 */
export class Turns<T extends Weighed> {
  readonly #window: BatchingWindow;
  readonly #batch: (submissions: readonly T[]) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #idle: () => void;
  #queue: (T | Job)[] = [];
  #queuedBytes = 0;
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

  /** More waits than one turn takes. */
  get behind(): boolean {
    return this.#queue.length >= TURN_UPDATES || this.#queuedBytes >= TURN_BYTES;
  }

  submit(submission: T): void {
    this.#queue.push(submission);
    this.#queuedBytes += submission.update.byteLength;
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
    this.#queuedBytes = 0;
    for (const entry of queue) if (entry instanceof Job) entry.reject(error);
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    // What all sockets brought in one go of the event loop is in the queue before the first turn begins, and what came
    // while that was read: after a pause, reading a frame takes as long as somebody else's takes to arrive.
    setImmediate(() =>
      setImmediate(() => {
        this.#run().catch(this.#failed);
      }),
    );
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
    const batch: T[] = [];
    let bytes = 0;
    for (const entry of this.#queue) {
      if (entry instanceof Job || batch.length === TURN_UPDATES || bytes >= TURN_BYTES) break;
      batch.push(entry);
      bytes += entry.update.byteLength;
    }
    this.#queue.splice(0, batch.length);
    this.#queuedBytes -= bytes;
    return batch;
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
