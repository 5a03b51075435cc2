/**
 * What a store keeps: *documents*, each one numbered log.
 *
 * An entry of the log is either an `update` (opaque bytes of the shared document) or a `record` (a small named
 * value that belongs to the document: its meeting data, keys, members, a finalized revision). Both take the next
 * sequence number of the same log, so one rule finds every kind of damage: numbers 1…head, no hole, each with its
 * checksum, and `head` also written outside the store (see GUARANTEES in packages/storage/README.md).
 *
 * The store never looks inside the bytes.
 */

/**
 * One thing to write.
 * `document`: 1 to 128 characters of `A-Z a-z 0-9 _ . : ~ -`. `actor`: who, opaque, at most 64 bytes of UTF-8.
 * `name`: 1 to 256 bytes of UTF-8. Anything else rejects with a RangeError, and nothing is written.
 */
export type Change =
  | { readonly kind: 'update'; readonly document: string; readonly update: Uint8Array; readonly actor: string }
  /** `value: null` removes the record. */
  | { readonly kind: 'record'; readonly document: string; readonly name: string; readonly value: Uint8Array | null };

export interface LoggedUpdate {
  readonly seq: number;
  /** Epoch milliseconds at which it was committed. */
  readonly at: number;
  readonly actor: string;
  readonly update: Uint8Array;
}

export interface StoredDocument {
  /** The compacted past: an encoded state that holds every update up to and with `seq`. */
  readonly snapshot: { readonly seq: number; readonly state: Uint8Array } | null;
  /** The updates after the snapshot, oldest first. */
  readonly updates: readonly LoggedUpdate[];
  /** The sequence number of the newest entry. */
  readonly head: number;
}

/** One moment of the past that `loadAt` can still show. */
export interface HistoryEntry {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: string;
}

export interface Snapshot {
  readonly seq: number;
  readonly state: Uint8Array;
  /** Entries before `seq` that shall stay readable one by one. */
  readonly keep?: number;
}

export interface Verdict {
  readonly document: string;
  readonly head: number;
  /** What is wrong, in words that complete "the document is damaged: …", or null when it is whole. */
  readonly damage: string | null;
  /** Something broken that costs no content (an older generation, history), or null. */
  readonly note: string | null;
}

export interface DocumentStore {
  /**
   * Writes all changes or none and resolves when they are on the disk (fsync). Calls that arrive while a commit
   * runs are written together as the next one (group commit; no timer). A document exists from its first change on.
   * Resolves to the sequence number of the last entry of each document named in `changes`.
   * @throws StorageError `poisoned` after any write error: nothing is known to be durable from then on, and the
   * process must end and open the folder anew. `damaged` for a document known to be damaged.
   */
  commit(changes: readonly Change[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Reads a whole document, checked: checksums, no hole, head equal to the one kept outside.
   * Null when no such document was ever made. @throws StorageError `damaged`, never a shortened document.
   */
  load(document: string): Promise<StoredDocument | null>;

  /** The current value of one record. Null when absent. @throws StorageError `damaged`. */
  record(document: string, name: string): Promise<Uint8Array | null>;

  /** All records of a document whose name starts with `prefix`, in order of their names. */
  records(document: string, prefix: string): Promise<ReadonlyMap<string, Uint8Array>>;

  /**
   * The document as it was at `seq`, from what compaction has kept. Null when that moment is not readable any more
   * (or never was). @throws StorageError `damaged`.
   */
  loadAt(document: string, seq: number): Promise<StoredDocument | null>;

  /** The updates of the kept log, oldest first: the moments that `loadAt` can show. @throws StorageError `damaged`. */
  history(document: string): AsyncIterable<HistoryEntry>;

  /** Every document ever made, damaged ones too, in order of their names. */
  documents(): Promise<readonly string[]>;

  /** The damage known so far (found at open or by a load), without reading anything anew. */
  damage(): readonly Verdict[];

  /** Reads everything of every document and reports each. Safe beside commits. */
  verify(): AsyncIterable<Verdict>;

  /**
   * Puts an encoded state before the log after `seq`. The caller has proven that `state` equals the log up to there.
   * The snapshot and what belongs to it go in one synced batch; the log before the *older generation* is deleted
   * afterwards. That is the newest snapshot at least `keep` entries back (none given: the one before), so that many
   * moments stay readable. Killing it at any instant loses nothing. A `seq` that is not newer than the newest snapshot
   * changes nothing.
   */
  compact(document: string, snapshot: Snapshot): Promise<void>;

  /** What can still be read of a damaged document, checksummed entries only, in order. Never throws for damage. */
  salvage(
    document: string,
  ): Promise<{ readonly states: readonly Uint8Array[]; readonly records: ReadonlyMap<string, Uint8Array> }>;

  /** A consistent copy of the whole store while it runs, as a stream of chunks with a checksum at its end. */
  backup(): AsyncIterable<Uint8Array>;

  /** Waits for the running commit, then closes. Further calls throw StorageError `closed`. */
  close(): Promise<void>;
}

export type StorageErrorCode = 'poisoned' | 'damaged' | 'closed' | 'unreadable' | 'in-use' | 'bad-backup' | 'not-empty';

/** Every error of this package. `message` is one sentence for a person: what happened, what is safe, what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
