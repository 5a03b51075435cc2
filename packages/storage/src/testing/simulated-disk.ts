import { type Disk, DiskError, type Operation, type Pair, type View } from '../engine/disk.ts';
import type { Fault, FaultPlan, Step } from './faults.ts';
import { SimulatedTable } from './simulated-table.ts';

/** `kill`: the process died, the machine did not. `power`: only what was fsynced is sure to be there. */
export type Crash = 'kill' | 'power';

/** What is left on a disk after a crash. */
export interface Survivors {
  readonly table: SimulatedTable;
  readonly heads: Uint8Array;
}

export const emptyDisk = (): Survivors => ({ table: new SimulatedTable(), heads: new Uint8Array() });

/**
 * A disk in memory that forgets like a real one. Writes go to a cache that reads see at once; a sync makes the
 * cache durable. A power cut keeps what is durable and, of the rest, any prefix: whole batches of the table (a torn
 * batch fails its checksum in a real log and is dropped), any number of bytes of the heads file.
 */
export class SimulatedDisk implements Disk {
  readonly #plan: FaultPlan;
  readonly #random: () => number;
  #steps = 0;
  #dead = false;
  /** A write has failed: later ones are confirmed and lost. */
  #lying = false;
  readonly #cached: SimulatedTable;
  readonly #durable: SimulatedTable;
  /** Batches in the cache that no sync has covered, oldest first. */
  #unsynced: (readonly Operation[])[] = [];
  #heads: Uint8Array;
  #durableHeadsBytes: number;

  constructor(survivors: Survivors, plan: FaultPlan, random: () => number) {
    this.#cached = survivors.table.freeze();
    this.#durable = survivors.table.freeze();
    this.#heads = survivors.heads;
    this.#durableHeadsBytes = survivors.heads.byteLength;
    this.#plan = plan;
    this.#random = random;
  }

  /** How many steps were taken so far, to know how many a scenario has. */
  get steps(): number {
    return this.#steps;
  }

  get heads(): Uint8Array {
    return this.#heads;
  }

  /** Ends this disk's process and tells what a new one finds. */
  crash(kind: Crash): Survivors {
    this.#dead = true;
    if (kind === 'kill') return { table: this.#cached.freeze(), heads: this.#heads };
    const table = this.#durable.freeze();
    for (const batch of this.#unsynced.slice(0, this.#upTo(this.#unsynced.length))) table.apply(batch);
    const torn = this.#upTo(this.#heads.byteLength - this.#durableHeadsBytes);
    return { table, heads: this.#heads.slice(0, this.#durableHeadsBytes + torn) };
  }

  async write(operations: readonly Operation[]): Promise<void> {
    await this.#step('table.write');
    this.#cached.apply(operations);
    this.#unsynced.push(operations);
    await this.#step('table.sync');
    this.#syncTable();
  }

  async forget(from: string, to: string): Promise<void> {
    await this.#step('table.forget');
    for (const [key] of this.#cached.range(from, to)) {
      this.#cached.apply([{ type: 'del', key }]);
      this.#unsynced.push([{ type: 'del', key }]);
    }
  }

  async reclaim(): Promise<void> {
    await this.#step('table.reclaim');
  }

  async appendHeads(lines: Uint8Array): Promise<void> {
    await this.#step('heads.write', () => {
      this.#heads = Buffer.concat([this.#heads, lines.slice(0, this.#upTo(lines.byteLength))]);
    });
    this.#heads = Buffer.concat([this.#heads, lines]);
    await this.#step('heads.sync');
    if (!this.#lying) this.#durableHeadsBytes = this.#heads.byteLength;
  }

  async replaceHeads(lines: Uint8Array): Promise<void> {
    await this.#step('heads.replace');
    if (this.#lying) return;
    this.#heads = lines;
    this.#durableHeadsBytes = lines.byteLength;
  }

  view(): View {
    const table = this.#cached.freeze();
    const read = () => this.#step('table.read');
    return {
      async get(key) {
        await read();
        return table.get(key);
      },
      async getMany(keys) {
        await read();
        return keys.map((key) => table.get(key));
      },
      async *pairs(from, to, chunk = 1000): AsyncGenerator<readonly Pair[]> {
        const pairs = table.range(from, to);
        for (let start = 0; start < pairs.length; start += chunk) {
          await read();
          yield pairs.slice(start, start + chunk);
        }
      },
      async keys(from, to) {
        await read();
        return table.range(from, to).map(([key]) => key);
      },
      async close() {},
    };
  }

  async close(): Promise<void> {
    // An orderly end gives the operating system all the time it needs.
    this.#syncTable();
  }

  #syncTable(): void {
    if (this.#lying) return;
    for (const batch of this.#unsynced) this.#durable.apply(batch);
    this.#unsynced = [];
  }

  /** `partly` is what a failing write may leave behind. */
  async #step(step: Step, partly: () => void = () => {}): Promise<void> {
    const fault: Fault | null = this.#dead ? 'kill' : this.#plan(step, this.#steps);
    this.#steps += 1;
    if (fault === 'kill') {
      this.#dead = true;
      return new Promise<never>(() => {});
    }
    if (fault === null) return;
    if (step !== 'table.read') {
      partly();
      this.#lying = true;
    }
    throw new DiskError(`${fault}: simulated at ${step}`, false);
  }

  /** A number of 0 … count, both included. */
  #upTo(count: number): number {
    return Math.floor(this.#random() * (count + 1));
  }
}
