import { performance } from 'node:perf_hooks';
import type { RunningPeer } from '../peer.ts';
import { fanOut } from './fan-out.ts';

export interface Saturation {
  /** The most updates handed to readers a second, all readers together, while 99 % arrived within `WITHIN_MS`. */
  readonly deliveriesPerSecond: number;
  readonly p99: number;
  /** The load generator had no time left: the server may be able to do more. */
  readonly loadWasFull: boolean;
}

const READERS = 100;
const WRITERS = 20;
/** Updates a second of each writer: 100 thousand to 2 million deliveries a second. */
const RATES = [50, 100, 250, 500, 1000];
const WITHIN_MS = 100;
const FULL = 0.95;

/** Raises the load step by step until readers hear too late, or not everything, twice: once may be the machine. */
export async function saturation(running: RunningPeer, duration: number): Promise<Saturation> {
  let best: Saturation = { deliveriesPerSecond: 0, p99: Number.NaN, loadWasFull: false };
  let failures = 0;
  for (const rate of RATES) {
    const before = performance.eventLoopUtilization();
    const figures = await fanOut(running, { readers: READERS, writers: WRITERS, rate, duration });
    const loadWasFull = performance.eventLoopUtilization(before).utilization > FULL;
    const deliveriesPerSecond = figures.updatesPerSecond * READERS;
    if (!(figures.p99 <= WITHIN_MS) || figures.delivered < 0.99) {
      failures++;
      best = { ...best, loadWasFull };
    } else if (deliveriesPerSecond > best.deliveriesPerSecond) {
      best = { deliveriesPerSecond, p99: figures.p99, loadWasFull };
    }
    if (failures === 2) break;
  }
  return best;
}
