import type { Change } from '../document-store.ts';
import { encodeBlob, type Packed, pack } from './blob.ts';
import type { Operation } from './disk.ts';
import { encodeEntry, MAX_ACTOR_BYTES } from './entry.ts';
import { assertDocument, keyOf } from './keys.ts';
import type { RecordChange } from './record-index.ts';
import type { Unit } from './turns.ts';

const MAX_NAME_BYTES = 256;
/** What an entry costs beside its payload: key, header, checksum. */
const ENTRY_OVERHEAD_BYTES = 80;

/** One call of `commit`: written whole or not at all. */
export interface CommitUnit extends Unit {
  readonly changes: readonly Change[];
  /** The packed values of the record changes, in their order. */
  readonly packed: Promise<readonly Packed[]> | null;
  readonly resolve: (numbers: ReadonlyMap<string, number>) => void;
  readonly reject: (error: Error) => void;
}

/** @throws RangeError for a change that may not be stored. */
export function assertChange(change: Change): void {
  assertDocument(change.document);
  if (change.kind === 'update') {
    if (Buffer.byteLength(change.actor) > MAX_ACTOR_BYTES) {
      throw new RangeError(`An actor has at most ${MAX_ACTOR_BYTES} bytes`);
    }
    return;
  }
  const nameBytes = Buffer.byteLength(change.name);
  if (nameBytes === 0 || nameBytes > MAX_NAME_BYTES || !isUtf8(change.name)) {
    throw new RangeError(`A record name has 1 to ${MAX_NAME_BYTES} bytes of UTF-8`);
  }
}

/** A lone surrogate would come back from the table as another character. */
function isUtf8(text: string): boolean {
  return Buffer.from(text).toString() === text;
}

export function weightOf(changes: readonly Change[]): number {
  let bytes = 0;
  for (const change of changes) {
    const payload = change.kind === 'update' ? change.update : change.value;
    bytes += ENTRY_OVERHEAD_BYTES + (payload?.byteLength ?? 0);
  }
  return bytes;
}

/** Begins to pack record values at once, while the commits before this one still run. */
export function packValues(changes: readonly Change[]): Promise<readonly Packed[]> | null {
  const packed: (Packed | Promise<Packed>)[] = [];
  for (const change of changes) if (change.kind === 'record' && change.value !== null) packed.push(pack(change.value));
  return packed.length === 0 ? null : Promise.all(packed);
}

/** Collects what a group of units writes: numbers the changes and encodes them. */
export class Batch {
  readonly operations: Operation[] = [];
  /** The new heads of the documents it touches. */
  readonly heads = new Map<string, number>();
  readonly recordChanges: RecordChange[] = [];
  readonly #headOf: (document: string) => number;
  readonly #epoch: number;
  readonly #at: number;

  constructor(headOf: (document: string) => number, epoch: number, at: number) {
    this.#headOf = headOf;
    this.#epoch = epoch;
    this.#at = at;
  }

  /** @returns the number of the last change of each document. */
  add(changes: readonly Change[], packed: readonly Packed[]): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>();
    const values = packed.values();
    for (const change of changes) {
      const { document } = change;
      const seq = (this.heads.get(document) ?? this.#headOf(document)) + 1;
      if (change.kind === 'update') this.#entry(document, seq, 'update', change.actor, change.update);
      else this.#record(document, seq, change.name, change.value === null ? null : values.next().value);
      this.heads.set(document, seq);
      numbers.set(document, seq);
    }
    return numbers;
  }

  #record(document: string, seq: number, name: string, value: Packed | null | undefined): void {
    const key = keyOf('r', document, name);
    this.#entry(document, seq, value ? 'set' : 'remove', '', Buffer.from(name));
    this.operations.push(value ? { type: 'put', key, value: encodeBlob(key, seq, value) } : { type: 'del', key });
    this.recordChanges.push({ document, name, seq: value ? seq : null });
  }

  #entry(document: string, seq: number, kind: 'update' | 'set' | 'remove', actor: string, payload: Uint8Array): void {
    const key = keyOf('e', document, seq);
    const value = encodeEntry(key, { kind, epoch: this.#epoch, at: this.#at, actor, payload });
    this.operations.push({ type: 'put', key, value });
  }
}
