import type * as Y from 'yjs';

const MAX_BYTES = 4 * 1024 * 1024;
/** What an entry costs beside its text, roughly. */
const ENTRY_BYTES = 120;

interface Entry {
  readonly clock: number;
  readonly len: number;
  readonly place: string;
}

/**
 * Where deleted things stood, for text that is still on its way into them (G12). Yjs keeps no names of collected
 * elements. Bounded: the oldest is forgotten first, and then a rescued text merely has no place.
 */
export class RescueContext {
  /** Ascending by clock. */
  readonly #clients = new Map<number, Entry[]>();
  readonly #order: { readonly client: number; readonly entry: Entry }[] = [];
  #forgotten = 0;
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  add(client: number, clock: number, len: number, place: string): void {
    const entries = this.#clients.get(client) ?? [];
    const entry = { clock, len, place };
    entries.splice(upperBound(entries, clock), 0, entry);
    this.#clients.set(client, entries);
    this.#order.push({ client, entry });
    this.#bytes += sizeOf(entry);
    while (this.#bytes > MAX_BYTES) this.#forgetOldest();
  }

  placeOf(id: Y.ID): string | null {
    const entries = this.#clients.get(id.client) ?? [];
    const entry = entries[upperBound(entries, id.clock) - 1];
    return entry && id.clock < entry.clock + entry.len ? entry.place : null;
  }

  #forgetOldest(): void {
    const oldest = this.#order[this.#forgotten];
    if (!oldest) return;
    this.#forgotten++;
    const entries = this.#clients.get(oldest.client) ?? [];
    entries.splice(entries.indexOf(oldest.entry), 1);
    if (entries.length === 0) this.#clients.delete(oldest.client);
    this.#bytes -= sizeOf(oldest.entry);
    if (this.#forgotten * 2 > this.#order.length) {
      this.#order.splice(0, this.#forgotten);
      this.#forgotten = 0;
    }
  }
}

function sizeOf(entry: Entry): number {
  return ENTRY_BYTES + 2 * entry.place.length;
}

function upperBound(entries: readonly Entry[], clock: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
