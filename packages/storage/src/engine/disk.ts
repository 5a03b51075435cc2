/**
 * What the store needs from a disk: an ordered table with atomic, durable batches, and beside it one small
 * append-only file. LevelDB with a real file is one (`level/`); the simulated disk of `testing/` is the other.
 *
 * Every promise of a writing method resolves only when the bytes would survive a power cut. When one rejects,
 * nothing may be assumed about any later write: the store above never writes to that disk again.
 */
export interface Disk {
  /** All of it or none of it, durable. */
  write(operations: readonly Operation[]): Promise<void>;

  /** Forgets every key in `from <= key < to`. Need not be durable: a crash may bring keys back. */
  forget(from: string, to: string): Promise<void>;

  /** Gives the room of forgotten keys back to the file system. */
  reclaim(from: string, to: string): Promise<void>;

  /** The table as it is now; later writes do not show in it. */
  view(): View;

  /** Appends to the heads file, durable. */
  appendHeads(lines: Uint8Array): Promise<void>;

  /** Puts `lines` in the place of the whole heads file: after a crash there is the old file or the new one. */
  replaceHeads(lines: Uint8Array): Promise<void>;

  close(): Promise<void>;
}

export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string };

/** A consistent reading of the table. Reads throw `DiskError`. */
export interface View {
  get(key: string): Promise<Uint8Array | undefined>;
  getMany(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** The pairs of `from <= key < to` in order of the keys, in chunks of at most `chunk` pairs. */
  pairs(from: string, to: string, chunk?: number): AsyncIterable<readonly Pair[]>;
  /** The keys alone of `from <= key < to`, in order. */
  keys(from: string, to: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export type Pair = readonly [key: string, value: Uint8Array];

/**
 * A disk that could not read or write. `corrupt` means that the bytes are there but broken, which is damage;
 * anything else (an I/O error, too many open files) says nothing about the data.
 */
export class DiskError extends Error {
  override readonly name = 'DiskError';
  readonly corrupt: boolean;
  constructor(message: string, corrupt: boolean, options?: ErrorOptions) {
    super(message, options);
    this.corrupt = corrupt;
  }
}
