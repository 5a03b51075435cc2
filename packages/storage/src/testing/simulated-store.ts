import { readHeads } from '../engine/heads.ts';
import type { LogStore, StorageLogger } from '../engine/log-store.ts';
import { openStore } from '../engine/open-store.ts';
import { type FaultPlan, noFaults } from './faults.ts';
import { type Crash, emptyDisk, SimulatedDisk, type Survivors } from './simulated-disk.ts';

export interface SimulatedStoreOptions {
  /** Epoch milliseconds of the simulation's clock. */
  readonly now?: () => number;
  /** Numbers in [0, 1): decides what a power cut takes. Seed it. */
  readonly random?: () => number;
  readonly faults?: FaultPlan;
  readonly logger?: StorageLogger;
}

/** The real store over a simulated disk. */
export type SimulatedStore = LogStore & {
  readonly disk: SimulatedDisk;
  /**
   * Ends this store (its pending calls never settle) and opens a new one over what survived. The options given
   * here replace the old ones, so a plan of faults does not follow the store into its next life unasked.
   */
  crash(kind?: Crash, options?: SimulatedStoreOptions): Promise<SimulatedStore>;
};

/**
 * A store in memory with the code of the real one: what is simulated is the disk, so a simulation meets the same
 * group commit, numbering, poisoning and recovery that run in production.
 */
export function openSimulatedStore(options: SimulatedStoreOptions = {}): Promise<SimulatedStore> {
  return openOver(emptyDisk(), options);
}

async function openOver(survivors: Survivors, options: SimulatedStoreOptions): Promise<SimulatedStore> {
  const { now = Date.now, random = Math.random, faults = noFaults, logger = { warn() {} } } = options;
  const disk = new SimulatedDisk(survivors, faults, random);
  const store = await openStore(disk, readHeads(disk.heads), logger, now);
  return Object.assign(store, {
    disk,
    crash: (kind: Crash = 'power', next: SimulatedStoreOptions = { now, random, logger }) =>
      openOver(disk.crash(kind), next),
  });
}
