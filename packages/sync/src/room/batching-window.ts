const MAX_WINDOW_MS = 20;
/** The window is this many times what the last broadcast cost, so writing sockets takes at most a third of the core. */
const REST_FACTOR = 2;
/** Timers are no finer. */
const MIN_SLEEP_MS = 1;

/**
 * How long to collect updates before the next turn. A socket write costs far more than CRDT work, so under load fewer,
 * fuller frames are the lever; a meeting of two typists must not wait at all. Broadcasts that cost little, or that
 * come seldom, leave the window at zero.
 */
export class BatchingWindow {
  #cost = 0;
  #end = 0;

  /** Runs a broadcast and remembers what it cost. */
  measure<T>(broadcast: () => T): T {
    const start = performance.now();
    const result = broadcast();
    this.#end = performance.now();
    this.#cost = this.#end - start;
    return result;
  }

  /** Milliseconds to wait before the next turn; 0 for none. */
  delay(): number {
    const window = Math.min(MAX_WINDOW_MS, this.#cost * REST_FACTOR);
    const left = this.#end + window - performance.now();
    return left < MIN_SLEEP_MS ? 0 : left;
  }
}
