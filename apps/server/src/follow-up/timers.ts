/** Time as the queue sees it; tests bring their own. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once. @returns what calls it off */
  after(ms: number, run: () => void): () => void;
}

/** Node counts the milliseconds of a timer in 31 bits; whoever wakes too early looks and waits again. */
const LONGEST_MS = 2 ** 31 - 1;

export function realTimers(now: () => Date): Timers {
  return {
    now: () => now().getTime(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(LONGEST_MS, ms)).unref();
      return () => clearTimeout(timer);
    },
  };
}
