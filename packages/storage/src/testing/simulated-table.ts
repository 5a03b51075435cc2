import type { Operation, Pair } from '../engine/disk.ts';

/** An ordered table in memory whose versions share what they can: a frozen version stays as it is. */
export class SimulatedTable {
  #pairs: Map<string, Uint8Array>;
  #shared = false;
  #sorted: readonly string[] | null = null;

  constructor(pairs: Map<string, Uint8Array> = new Map()) {
    this.#pairs = pairs;
  }

  /** A version that later writes do not change. Costs nothing until the next write. */
  freeze(): SimulatedTable {
    this.#shared = true;
    const copy = new SimulatedTable(this.#pairs);
    copy.#shared = true;
    copy.#sorted = this.#sorted;
    return copy;
  }

  apply(operations: readonly Operation[]): void {
    if (this.#shared) this.#pairs = new Map(this.#pairs);
    this.#shared = false;
    for (const operation of operations) {
      if (operation.type === 'put') {
        if (!this.#pairs.has(operation.key)) this.#sorted = null;
        this.#pairs.set(operation.key, operation.value);
      } else if (this.#pairs.delete(operation.key)) this.#sorted = null;
    }
  }

  get(key: string): Uint8Array | undefined {
    return this.#pairs.get(key);
  }

  range(from: string, to: string): readonly Pair[] {
    this.#sorted ??= [...this.#pairs.keys()].sort(compareUtf8);
    const pairs: Pair[] = [];
    for (let index = this.#firstAtOrAfter(from); index < this.#sorted.length; index += 1) {
      const key = this.#sorted[index] ?? '';
      if (compareUtf8(key, to) >= 0) break;
      pairs.push([key, this.#pairs.get(key) ?? new Uint8Array()]);
    }
    return pairs;
  }

  #firstAtOrAfter(from: string): number {
    const sorted = this.#sorted ?? [];
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareUtf8(sorted[middle] ?? '', from) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** LevelDB's order is that of the bytes; JavaScript's differs from it beyond the basic plane. */
function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
