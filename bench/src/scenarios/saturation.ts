import { performance } from 'node:perf_hooks';
import type { RunningPeer } from '../peer.ts';
import { type FanOut, fanOut } from './fan-out.ts';

export interface Saturation {
  /** The most updates handed to readers a second, all readers together, while 99 % arrived within `WITHIN_MS`. */
  readonly deliveriesPerSecond: number;
  readonly p99: number;
  /** The load generator had no time left at the step that failed: the server may be able to do more. */
  readonly loadWasFull: boolean;
}

const READERS = 100;
const WRITERS = 20;
/** Updates a second of each writer: 100 thousand to 2 million deliveries a second. */
const RATES = [50, 100, 250, 500, 750, 1000];
const WITHIN_MS = 100;
const FULL = 0.95;
/** A step counts as failed when it failed so often: once or twice may be the machine. */
const TRIES = 3;

/** Raises the load step by step until readers hear too late, or not everything. */
export async function saturation(running: RunningPeer, duration: number): Promise<Saturation> {
  let best: Saturation = { deliveriesPerSecond: 0, p99: Number.NaN, loadWasFull: false };
  for (const rate of RATES) {
    const step = await firstGood(running, { readers: READERS, writers: WRITERS, rate, duration });
    if (step.figures === null) return { ...best, loadWasFull: step.loadWasFull };
    const { updatesPerSecond, p99 } = step.figures;
    best = { deliveriesPerSecond: updatesPerSecond * READERS, p99, loadWasFull: step.loadWasFull };
  }
  return best;
}

async function firstGood(
  running: RunningPeer,
  load: Parameters<typeof fanOut>[1],
): Promise<{ figures: FanOut | null; loadWasFull: boolean }> {
  let loadWasFull = false;
  for (let tries = 0; tries < TRIES; tries++) {
    const before = performance.eventLoopUtilization();
    const figures = await fanOut(running, load);
    loadWasFull = performance.eventLoopUtilization(before).utilization > FULL;
    if (figures.p99 <= WITHIN_MS && figures.delivered >= 0.99) return { figures, loadWasFull };
  }
  return { figures: null, loadWasFull };
}
