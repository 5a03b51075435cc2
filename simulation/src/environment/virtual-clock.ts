/**
 * Time that moves only when the story says so: timers, `Date.now` and `performance.now`. Everything in the process
 * that waits (a reconnect, a heartbeat, a room that unloads, an undo that groups) waits for this clock, so a seed tells
 * the same story on a busy machine. `setImmediate` and microtasks stay real: they carry promises on.
 *
 * Import this module before any other: lib0 keeps the `Date.now` it finds when it is loaded.
 */

interface Timer {
  readonly id: number;
  at: number;
  readonly every: number | null;
  readonly run: () => void;
}

const real = {
  dateNow: Date.now.bind(Date),
  performanceNow: performance.now.bind(performance),
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

/** 2026-11-02, a Monday. */
const START = 1_793_577_600_000;

let now: number | null = null;
let nextId = 1;
const timers = new Map<number, Timer>();

Date.now = () => (now === null ? real.dateNow() : START + now);
performance.now = () => now ?? real.performanceNow();

/** Milliseconds of the world outside, for budgets and progress. */
export const realNow = real.performanceNow;

export const virtualClock = {
  /** Time stands still from here on. */
  start(): void {
    now = 0;
    nextId = 1;
    timers.clear();
    Object.assign(globalThis, {
      setTimeout: <Args extends readonly unknown[]>(run: (...args: Args) => void, delay?: number, ...args: Args) =>
        handleOf(add(() => run(...args), delay, null)),
      setInterval: (run: () => void, delay?: number) => handleOf(add(run, delay, Math.max(1, delay ?? 1))),
      clearTimeout: remove,
      clearInterval: remove,
    });
  },

  /** Moves time on and runs what falls due, in its order, letting `settle` finish what each timer began. */
  async advance(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    if (now === null) return;
    const end = now + milliseconds;
    for (let next = earliest(end); next; next = earliest(end)) {
      now = Math.max(now, next.at);
      if (next.every === null) timers.delete(next.id);
      else next.at += next.every;
      next.run();
      await settle();
    }
    now = end;
  },

  /** Real time again; whatever still waited is forgotten. */
  stop(): void {
    now = null;
    timers.clear();
    const { setTimeout, clearTimeout, setInterval, clearInterval } = real;
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
  },
};

function add(run: () => void, delay = 0, every: number | null): number {
  const id = nextId++;
  timers.set(id, { id, at: (now ?? 0) + Math.max(0, delay), every, run });
  return id;
}

/** Timers of Node are objects that can be told not to keep the process alive. */
function handleOf(id: number) {
  const handle = { [Symbol.toPrimitive]: () => id, unref: () => handle, ref: () => handle };
  return handle;
}

function remove(handle: unknown): void {
  if (handle !== null && handle !== undefined) timers.delete(Number(handle));
}

function earliest(end: number): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers.values()) {
    if (timer.at <= end && (first === null || timer.at < first.at)) first = timer;
  }
  return first;
}
