import type { Timers } from '../timers.ts';

/** Time that stands still until a test moves it. */
export class ManualTimers implements Timers {
  #now: number;
  readonly #alarms = new Set<{ readonly at: number; readonly run: () => void }>();

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const alarm = { at: this.#now + ms, run };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  advance(minutes: number): void {
    this.#now += minutes * 60_000;
    for (const alarm of [...this.#alarms]) {
      if (alarm.at > this.#now) continue;
      this.#alarms.delete(alarm);
      alarm.run();
    }
  }
}
