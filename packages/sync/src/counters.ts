import type { RefusedFrames, SyncObserver } from './sync-server.ts';

/** Figures that only grow, shared by all rooms and sessions of one server, and who is told of single events. */
export interface Counters {
  readonly refused: { -readonly [Reason in keyof RefusedFrames]: number };
  commits: number;
  contradictions: number;
  observer: SyncObserver | null;
}

export function newCounters(): Counters {
  return { refused: { malformed: 0, size: 0, rate: 0, denied: 0 }, commits: 0, contradictions: 0, observer: null };
}
