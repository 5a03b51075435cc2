import type { ClockRange } from './decode-update.ts';

/** Which clocks of which clients, as a delete set holds them: any order, overlapping. Asked by binary search. */
export class ClockSet {
  readonly #clients = new Map<number, readonly ClockRange[]>();

  constructor(sets: readonly ReadonlyMap<number, readonly ClockRange[]>[]) {
    const gathered = new Map<number, ClockRange[]>();
    for (const set of sets) {
      for (const [client, ranges] of set) {
        const list = gathered.get(client) ?? [];
        for (const range of ranges) list.push(range);
        gathered.set(client, list);
      }
    }
    for (const [client, ranges] of gathered) this.#clients.set(client, merged(ranges));
  }

  /** The clocks of one client, in order, without overlaps. */
  ranges(client: number): readonly ClockRange[] {
    return this.#clients.get(client) ?? [];
  }

  /** Every client with its clocks, in order, without overlaps. */
  all(): ReadonlyMap<number, readonly ClockRange[]> {
    return this.#clients;
  }

  has({ client, clock }: { readonly client: number; readonly clock: number }): boolean {
    const ranges = this.ranges(client);
    const range = ranges[firstEndingAfter(ranges, clock)];
    return range !== undefined && range.clock <= clock;
  }

  /** The parts of `[clock, clock + len)` that are not in the set, in order. */
  *missing(client: number, clock: number, len: number): Generator<ClockRange> {
    const ranges = this.ranges(client);
    const end = clock + len;
    let from = clock;
    for (let i = firstEndingAfter(ranges, clock); from < end; i++) {
      const range = ranges[i];
      const to = Math.min(range?.clock ?? end, end);
      if (to > from) yield { clock: from, len: to - from };
      if (!range) return;
      from = Math.max(from, range.clock + range.len);
    }
  }
}

function merged(ranges: ClockRange[]): ClockRange[] {
  ranges.sort((a, b) => a.clock - b.clock);
  const result: ClockRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    const lastEnd = last ? last.clock + last.len : -1;
    if (!last || range.clock > lastEnd) result.push(range);
    else
      result[result.length - 1] = { clock: last.clock, len: Math.max(lastEnd, range.clock + range.len) - last.clock };
  }
  return result;
}

function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range && range.clock + range.len <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
