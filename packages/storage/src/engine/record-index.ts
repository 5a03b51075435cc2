import type { RecordNames } from './record-names.ts';

/** How many documents' record names stay in memory; the rest is read again when asked for. */
const CACHED_DOCUMENTS = 2000;

/** A change to a record that was committed: its new number, or null when it was removed. */
export interface RecordChange {
  readonly document: string;
  readonly name: string;
  readonly seq: number | null;
}

/**
 * The record names of the documents in use, kept current by every commit. Names are read from the disk without
 * holding up commits; what is committed meanwhile is collected by a *reading* and applied when the read is done.
 */
export class RecordIndex {
  readonly #names = new Map<string, RecordNames>();
  readonly #readings = new Set<Reading>();

  get(document: string): RecordNames | undefined {
    return this.#names.get(document);
  }

  /** Begin in the same turn in which the view is taken, and end it whatever happens. */
  beginReading(document: string): Reading {
    const reading: Reading = { document, changes: [] };
    this.#readings.add(reading);
    return reading;
  }

  /** `names` as they were in the reading's view. */
  install(reading: Reading, names: RecordNames): void {
    if (this.#names.has(reading.document)) return;
    for (const change of reading.changes) apply(names, change);
    this.#names.set(reading.document, names);
    const [oldest] = this.#names.keys();
    if (this.#names.size > CACHED_DOCUMENTS && oldest !== undefined) this.#names.delete(oldest);
  }

  endReading(reading: Reading): void {
    this.#readings.delete(reading);
  }

  committed(change: RecordChange): void {
    for (const reading of this.#readings) if (reading.document === change.document) reading.changes.push(change);
    const names = this.#names.get(change.document);
    if (names !== undefined) apply(names, change);
  }
}

export interface Reading {
  readonly document: string;
  readonly changes: RecordChange[];
}

function apply(names: RecordNames, change: RecordChange): void {
  if (change.seq === null) names.delete(change.name);
  else names.set(change.name, change.seq);
}
