import type { StoredDocument } from '@duet/storage';
import * as Y from 'yjs';
import { TokenBucket } from '../token-bucket.ts';
import { encodeIndexed, type IndexedState } from '../update/indexed-state.ts';
import type { StoredLog } from './stored-log.ts';

/** Encoding a large document takes long: whoever fills one to the brim must not make that a habit. */
const MEASURES_PER_SECOND = 2;
/** A Y.Doc is made of so much in a few milliseconds. */
const CHEAP_BYTES = 64 * 1024;

/** Called inside the transaction, after everything was integrated and before deleted content is collected. */
export type Inspect = (transaction: Y.Transaction) => void;

/** Updates that are applied in one transaction. */
export interface Step {
  readonly updates: readonly Uint8Array[];
  readonly inspect: Inspect | null;
}

/** What was stored behind the snapshot. */
export interface Behind {
  readonly log: StoredLog;
  /** The steps in which it is applied to `doc`. Each is asked for when the one before it has been applied. */
  readonly steps: (doc: Y.Doc) => Iterable<Step>;
}

/**
 * The document as it is on the disk, in memory: as its encoded state, and as a Y.Doc, which takes about twenty times as
 * much, only while somebody needs one. Whoever opens a meeting to read it is sent the snapshot as it was stored,
 * continued by the log.
 *
 * Nothing else writes to it: not an observer, and not the clean-up of formatting that Yjs does after remote changes,
 * which would delete what no commit holds. That clean-up is left to the clients: it is skipped for transactions that
 * count as local.
 */
export class CommittedDocument {
  #doc: Y.Doc | null = null;
  /** Whether somebody needed the Y.Doc since the last `rest`. */
  #used = false;
  /** Of the newest entry of the log that is known here. */
  head: number;
  /** Of the newest update applied. */
  seq = 0;
  snapshotBytes = 0;
  updatesSinceSnapshot = 0;
  bytesSinceSnapshot = 0;
  /** Never below the size of the encoded state at the last look plus what came since. */
  #sizeBound = 0;
  /** The whole state, or the snapshot as long as there is something behind it. */
  #encoded: Uint8Array | null = null;
  #behind: Behind | null = null;
  #stateVector: Uint8Array | null = null;
  readonly #measures = new TokenBucket(MEASURES_PER_SECOND, performance.now());

  /** @param stateVector of the snapshot, where it is known. */
  constructor(stored: StoredDocument, stateVector?: Uint8Array, behind?: Behind) {
    this.head = stored.head;
    this.#stateVector = stateVector ?? null;
    const { snapshot } = stored;
    if (snapshot) {
      this.seq = snapshot.seq;
      this.snapshotBytes = snapshot.state.byteLength;
      this.#sizeBound = snapshot.state.byteLength;
      this.#encoded = snapshot.state;
    }
    if (behind) this.#lieBehind(behind);
  }

  #lieBehind(behind: Behind): void {
    const { updates } = behind.log;
    this.#behind = behind;
    this.#stateVector = behind.log.stateVector();
    this.seq = updates.at(-1)?.seq ?? this.seq;
    for (const { update } of updates) this.#count(update);
  }

  /** The log behind the snapshot has not been applied yet: nobody needed the Y.Doc. */
  get isBehind(): boolean {
    return this.#behind !== null;
  }

  /** A Y.Doc of it costs next to nothing. */
  get isSmall(): boolean {
    return this.#sizeBound <= CHEAP_BYTES;
  }

  /** Do not keep it beyond one turn. @throws when the stored state is not whole. */
  get doc(): Y.Doc {
    this.#used = true;
    this.#doc ??= this.#make();
    return this.#doc;
  }

  #make(): Y.Doc {
    const doc = this.#encoded ? decodeState(this.#encoded) : new Y.Doc();
    if (this.#behind === null) return doc;
    for (const { updates, inspect } of this.#behind.steps(doc)) {
      if (inspect) doc.once('afterTransaction', inspect);
      integrate(doc, updates);
    }
    if (!isWhole(doc)) throw new Error('the stored log refers to structs that are missing');
    this.#behind = null;
    this.#encoded = null;
    return doc;
  }

  /** Lets go of the Y.Doc when nobody needed it since the last call. Not while a turn runs. */
  rest(): void {
    if (!this.#used) this.#letGo();
    this.#used = false;
  }

  /**
   * Applies what lies behind the snapshot, for the sake of what its steps look for. Nobody needs the Y.Doc: let go of at
   * once it is young garbage, which costs nothing; only a large one is kept, since making it again would take long.
   */
  catchUp(): void {
    if (this.#behind === null) return;
    this.#doc = this.#make();
    if (this.isSmall) this.#letGo();
  }

  #letGo(): void {
    if (this.#doc === null) return;
    this.encode();
    this.stateVector();
    this.#doc = null;
    this.#used = false;
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
    for (const { updates } of steps) for (const update of updates) this.#count(update);
    this.#encoded = null;
    this.#stateVector = null;
    return merged;
  }

  /** @returns what the updates make together: their own bytes when it is one. */
  #integrate(updates: readonly Uint8Array[], inspect: Inspect | null): Uint8Array {
    const { doc } = this;
    let merged = (updates.length === 1 && updates[0]) || emptyUpdate;
    const onUpdate = (update: Uint8Array) => {
      merged = update;
    };
    // Merging update by update grows worse than linearly; Yjs can encode the whole transaction at once.
    if (updates.length > 1) doc.once('update', onUpdate);
    if (inspect) doc.once('afterTransaction', inspect);
    integrate(doc, updates);
    if (updates.length > 1) doc.off('update', onUpdate);
    return merged;
  }

  #count({ byteLength }: Uint8Array): void {
    this.updatesSinceSnapshot++;
    this.bytesSinceSnapshot += byteLength;
    this.#sizeBound += byteLength;
  }

  /** The whole state as one update. The array belongs to the document: do not write to it. */
  encode(): Uint8Array {
    const doc = this.#behind ? this.doc : this.#doc;
    this.#encoded ??= Y.encodeStateAsUpdate(doc ?? this.doc);
    this.#sizeBound = this.#encoded.byteLength;
    return this.#encoded;
  }

  /** The same, with what a log that goes on from here needs to know of it. */
  encodeIndexed(): IndexedState {
    const indexed = encodeIndexed(this.doc);
    this.#encoded = indexed.state;
    this.#sizeBound = indexed.state.byteLength;
    return indexed;
  }

  /** The array belongs to the document: do not write to it. */
  stateVector(): Uint8Array {
    this.#stateVector ??= this.#doc
      ? Y.encodeStateVector(this.#doc)
      : Y.encodeStateVectorFromUpdate(this.#encoded ?? emptyUpdate);
    return this.#stateVector;
  }

  /** What a client with this state vector lacks; for an empty one what lies on the disk, as it lies there. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    if (Y.decodeStateVector(stateVector).size > 0) return Y.encodeStateAsUpdate(this.doc, stateVector);
    return this.#behind ? this.#behind.log.state() : this.encode();
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

/** @throws when it refers to structs that it lacks. */
export function decodeState(encoded: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  integrate(doc, [encoded]);
  if (!isWhole(doc)) throw new Error('the stored state refers to structs that are missing');
  return doc;
}

function integrate(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update);
    transaction.local = true;
  });
}

/** Whether every struct and delete found its place. */
function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

const emptyUpdate = Uint8Array.of(0, 0);
