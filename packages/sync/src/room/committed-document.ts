import type { StoredDocument } from '@duet/storage';
import * as Y from 'yjs';
import { TokenBucket } from '../token-bucket.ts';

/** Encoding a large document takes long: whoever fills one to the brim must not make that a habit. */
const MEASURES_PER_SECOND = 2;

/** Called inside the transaction, after everything was integrated and before deleted content is collected. */
export type Inspect = (transaction: Y.Transaction) => void;

/** Updates that are applied in one transaction. */
export interface Step {
  readonly updates: readonly Uint8Array[];
  readonly inspect: Inspect | null;
}

/**
 * The document as it is on the disk, in memory. Nothing else writes to it: not an observer, and not the clean-up of
 * formatting that Yjs does after remote changes, which would delete what no commit holds. That clean-up is left to
 * the clients: it is skipped for transactions that count as local.
 */
export class CommittedDocument {
  readonly doc = new Y.Doc();
  /** Of the newest entry of the log that is known here. */
  head: number;
  /** Of the newest update applied. */
  seq = 0;
  snapshotBytes = 0;
  updatesSinceSnapshot = 0;
  bytesSinceSnapshot = 0;
  /** Never below the size of the encoded state at the last look plus what came since. */
  #sizeBound = 0;
  #encoded: Uint8Array | null = null;
  readonly #measures = new TokenBucket(MEASURES_PER_SECOND, performance.now());

  constructor(stored: StoredDocument) {
    this.head = stored.head;
    const { snapshot } = stored;
    if (!snapshot) return;
    this.#integrate([snapshot.state], null);
    this.seq = snapshot.seq;
    this.snapshotBytes = snapshot.state.byteLength;
    this.#sizeBound = snapshot.state.byteLength;
    this.#encoded = snapshot.state;
  }

  /**
   * Takes over updates that are on the disk, up to number `seq` of the log, each step in one transaction.
   * @returns what each step made of its updates, as one update.
   */
  apply(steps: readonly Step[], seq: number): Uint8Array[] {
    const merged = steps.map(({ updates, inspect }) => this.#integrate(updates, inspect));
    if (!isWhole(this.doc)) throw new Error('a committed update refers to structs that are missing');
    this.seq = seq;
    this.head = Math.max(this.head, seq);
    for (const { updates } of steps) this.#count(updates);
    return merged;
  }

  /** @returns what the updates make together: their own bytes when it is one. */
  #integrate(updates: readonly Uint8Array[], inspect: Inspect | null): Uint8Array {
    let merged = (updates.length === 1 && updates[0]) || emptyUpdate;
    const onUpdate = (update: Uint8Array) => {
      merged = update;
    };
    // Merging update by update grows worse than linearly; Yjs can encode the whole transaction at once.
    if (updates.length > 1) this.doc.once('update', onUpdate);
    if (inspect) this.doc.once('afterTransaction', inspect);
    this.doc.transact((transaction) => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
      transaction.local = true;
    });
    this.doc.off('update', onUpdate);
    return merged;
  }

  #count(updates: readonly Uint8Array[]): void {
    const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0);
    this.updatesSinceSnapshot += updates.length;
    this.bytesSinceSnapshot += bytes;
    this.#sizeBound += bytes;
    this.#encoded = null;
  }

  /** The whole state as one update. The array belongs to the document: do not write to it. */
  encode(): Uint8Array {
    this.#encoded ??= Y.encodeStateAsUpdate(this.doc);
    this.#sizeBound = this.#encoded.byteLength;
    return this.#encoded;
  }

  /** What a client with this state vector lacks; for an empty one the snapshot as it lies on the disk. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    return Y.decodeStateVector(stateVector).size === 0 ? this.encode() : Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /**
   * Whether `bytes` more keep the encoded state within `limit` (tombstones collected: deleting makes room). Says no
   * when it would have to look too often.
   */
  fits(bytes: number, limit: number): boolean {
    if (this.#sizeBound + bytes <= limit) return true;
    if (this.#encoded === null && !this.#measures.take(1, performance.now())) return false;
    return this.encode().byteLength + bytes <= limit;
  }

  /** A copy that belongs to the caller. */
  copy(): Y.Doc {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, this.encode());
    return copy;
  }

  /** A snapshot of the state as it is now is about to take the place of the log. */
  compacted(bytes: number): void {
    this.snapshotBytes = bytes;
    this.updatesSinceSnapshot = 0;
    this.bytesSinceSnapshot = 0;
  }
}

/** Whether every struct and delete found its place. */
export function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

const emptyUpdate = Uint8Array.of(0, 0);
