/**
 * Group commit without a timer, and the order of everything that must not overlap a commit.
 *
 * One turn runs at a time. While a group is being written, arriving units wait; the moment it is done, all that
 * waited (up to `maxGroupBytes`) is the next group. So an idle store answers at once, and a busy one writes fewer,
 * larger batches by itself. Tasks (taking a view, a compaction's batch) run between two groups, before the next.
 */
export interface Unit {
  /** About how many bytes it writes. */
  readonly weight: number;
}

export class Turns<U extends Unit> {
  readonly #writeGroup: (units: readonly U[]) => Promise<void>;
  readonly #maxGroupBytes: number;
  #units: U[] = [];
  #tasks: (() => Promise<void>)[] = [];
  #running: Promise<void> | null = null;

  /** `writeGroup` settles its units itself and never rejects. */
  constructor(writeGroup: (units: readonly U[]) => Promise<void>, maxGroupBytes: number) {
    this.#writeGroup = writeGroup;
    this.#maxGroupBytes = maxGroupBytes;
  }

  add(unit: U): void {
    this.#units.push(unit);
    this.#start();
  }

  /** Runs `task` while no commit runs. A commit waits for it, so it must be short. */
  between<T>(task: () => T | Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#tasks.push(async () => {
        try {
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      });
      this.#start();
    });
  }

  /** Resolves when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #start(): void {
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // One microtask, so that what one tick of the event loop brings becomes one group.
    await Promise.resolve();
    while (this.#tasks.length > 0 || this.#units.length > 0) {
      const tasks = this.#tasks;
      this.#tasks = [];
      for (const task of tasks) await task();
      if (this.#units.length > 0) await this.#writeGroup(this.#takeGroup());
    }
    // In the same step as the last look at the queues: what comes after it starts a new run.
    this.#running = null;
  }

  #takeGroup(): readonly U[] {
    let count = 0;
    for (let bytes = 0; count < this.#units.length && bytes < this.#maxGroupBytes; count += 1) {
      bytes += this.#units[count]?.weight ?? 0;
    }
    return this.#units.splice(0, count);
  }
}
