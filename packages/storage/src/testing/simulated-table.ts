import type { Operation, Pair } from '../engine/disk.ts';

/** An ordered table in memory. Frozen copies share its memory until one of them is written to. */
export class SimulatedTable {
  #keys: string[] = [];
  #values = new Map<string, Uint8Array>();
  #shared = false;

  /** A copy that later writes to this table do not change. Costs nothing until the next write. */
  freeze(): SimulatedTable {
    const copy = new SimulatedTable();
    copy.#keys = this.#keys;
    copy.#values = this.#values;
    copy.#shared = true;
    this.#shared = true;
    return copy;
  }

  apply(operations: readonly Operation[]): void {
    if (this.#shared) {
      this.#keys = [...this.#keys];
      this.#values = new Map(this.#values);
      this.#shared = false;
    }
    for (const operation of operations) {
      const { key } = operation;
      if (operation.type === 'put') {
        if (!this.#values.has(key)) this.#keys.splice(this.#firstAtOrAfter(key), 0, key);
        this.#values.set(key, operation.value);
      } else if (this.#values.delete(key)) this.#keys.splice(this.#firstAtOrAfter(key), 1);
    }
  }

  get(key: string): Uint8Array | undefined {
    return this.#values.get(key);
  }

  range(from: string, to: string): readonly Pair[] {
    const keys = this.#keys.slice(this.#firstAtOrAfter(from), this.#firstAtOrAfter(to));
    return keys.map((key) => [key, this.#values.get(key) ?? new Uint8Array()]);
  }

  #firstAtOrAfter(wanted: string): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#keys[middle] ?? '', wanted)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** LevelDB's order is that of the bytes; JavaScript's differs from it beyond the basic plane. */
function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}
