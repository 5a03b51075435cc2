import type {
  Change,
  DocumentStore,
  HistoryEntry,
  Snapshot,
  StorageError,
  StoredDocument,
  Verdict,
} from '../document-store.ts';
import { writeBackup } from './backup.ts';
import { pack } from './blob.ts';
import { assertChange, Batch, type CommitUnit, packValues, weightOf } from './commit.ts';
import { planTrim, snapshotOperations } from './compact.ts';
import { type Disk, DiskError, type View } from './disk.ts';
import { type Heads, headLine, headsFile } from './heads.ts';
import { assertDocument, rangeOf } from './keys.ts';
import { closedError, damagedError, damagedPastError, poisonedError, unreadableError } from './messages.ts';
import {
  isDamage,
  oldestMoment,
  type ReadDocument,
  readDocument,
  readLog,
  readRecords,
  readState,
} from './read-document.ts';
import { type Reading, RecordIndex } from './record-index.ts';
import type { RecordNames } from './record-names.ts';
import { type Salvage, salvage } from './salvage.ts';
import { Turns } from './turns.ts';
import { inspect } from './verify.ts';

/** Beyond this a group is written in two: a commit must not wait behind an endless batch. */
const MAX_GROUP_BYTES = 4 * 1024 * 1024;
/** The heads file is written anew when it has grown by this much, or by its own size if that is more. */
const HEADS_SLACK_BYTES = 256 * 1024;

export interface LogStoreOptions {
  readonly disk: Disk;
  readonly heads: Heads;
  /** Documents that the opening found damaged. */
  readonly damage: ReadonlyMap<string, string>;
  readonly logger: StorageLogger;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface StorageLogger {
  warn(fields: object, message: string): void;
}

/**
 * The store, over any disk. Its rules are in packages/storage/README.md; what is written and when is in `#write`.
 */
export class LogStore implements DocumentStore {
  readonly #disk: Disk;
  readonly #heads: Heads;
  readonly #damage: Map<string, string>;
  readonly #logger: StorageLogger;
  readonly #now: () => number;
  readonly #index = new RecordIndex();
  readonly #turns = new Turns<CommitUnit>((units) => this.#write(units), MAX_GROUP_BYTES);
  #poisoned: StorageError | null = null;
  #closing: Promise<void> | null = null;
  /** The last commit is done and the disk is gone. */
  #closed = false;
  #headsBytesAppended = 0;
  /**
   * The log that was read last for its record names. Whoever opens a document is first looked up in its records, and the
   * whole log would be read twice; weak, since as a rule nobody comes back for it.
   */
  #justRead: WeakRef<{ readonly document: string; readonly read: ReadDocument }> | null = null;

  constructor(options: LogStoreOptions) {
    this.#disk = options.disk;
    this.#heads = options.heads;
    this.#damage = new Map(options.damage);
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async commit(changes: readonly Change[]): Promise<ReadonlyMap<string, number>> {
    this.#assertUsable();
    for (const change of changes) {
      assertChange(change);
      this.#assertWhole(change.document);
    }
    const [weight, packed] = [weightOf(changes), packValues(changes)];
    return new Promise((resolve, reject) => this.#turns.add({ changes, weight, packed, resolve, reject }));
  }

  /** Table first, then heads file, then memory, then the answers: a crash between any two of them is harmless. */
  async #write(units: readonly CommitUnit[]): Promise<void> {
    const answers: (() => void)[] = [];
    try {
      if (this.#poisoned !== null) throw this.#poisoned;
      const batch = new Batch((document) => this.#headOf(document), this.#heads.epoch, this.#now());
      for (const unit of units) {
        const damaged = unit.changes.find(({ document }) => this.#damage.has(document));
        if (damaged !== undefined) {
          unit.reject(this.#damagedError(damaged.document));
          continue;
        }
        const numbers = batch.add(unit.changes, unit.packed === null ? [] : await unit.packed);
        answers.push(() => unit.resolve(numbers));
      }
      if (batch.operations.length > 0) await this.#durably(() => this.#writeBatch(batch));
    } catch (error) {
      for (const unit of units) unit.reject(error as StorageError);
      return;
    }
    for (const answer of answers) answer();
  }

  async #writeBatch(batch: Batch): Promise<void> {
    await this.#disk.write(batch.operations);
    const lines = Buffer.from([...batch.heads].map(([document, seq]) => headLine(document, seq)).join(''));
    await this.#disk.appendHeads(lines);
    for (const [document, seq] of batch.heads) this.#heads.numbers.set(document, seq);
    for (const change of batch.recordChanges) this.#index.committed(change);
    this.#headsBytesAppended += lines.byteLength;
    if (this.#headsBytesAppended > HEADS_SLACK_BYTES) await this.#shrinkHeads();
  }

  async #shrinkHeads(): Promise<void> {
    const file = headsFile(this.#heads);
    if (this.#headsBytesAppended < file.byteLength) return;
    await this.#disk.replaceHeads(file);
    this.#headsBytesAppended = 0;
  }

  /** Runs a write. After the first that fails nothing is known to be durable, so nothing is ever written again. */
  async #durably<T>(write: () => Promise<T>): Promise<T> {
    if (this.#poisoned !== null) throw this.#poisoned;
    try {
      return await write();
    } catch (error) {
      // A compaction that closing interrupted; what it leaves undone is no loss.
      if (this.#closed) throw closedError();
      this.#poisoned ??= poisonedError(error);
      throw this.#poisoned;
    }
  }

  async load(document: string): Promise<StoredDocument | null> {
    return this.#at(document, async ({ view, head, reading }) => {
      const known = this.#justRead?.deref();
      const isCurrent = known?.document === document && known.read.head === head;
      const again = isCurrent ? await readState(view, document, known.read) : null;
      const found = again ?? (await readDocument(view, document, head, true));
      if (found.skipped > 0) this.#logger.warn({ document }, 'A snapshot is broken; the one before it was used');
      this.#index.install(reading, found.names);
      return storedDocument(found);
    });
  }

  async loadAt(document: string, seq: number): Promise<StoredDocument | null> {
    return this.#at(document, async ({ view, head }) => {
      if (seq < 1 || seq > head || seq < (await oldestMoment(view, document))) return null;
      return storedDocument(await readPast(view, document, seq));
    });
  }

  async *history(document: string): AsyncGenerator<HistoryEntry> {
    assertDocument(document);
    this.#assertWhole(document);
    const moment = await this.#moment(document);
    try {
      const { view, head } = moment;
      for await (const entries of readLog(view, document, await oldestMoment(view, document), head)) {
        for (const { kind, seq, at, actor } of entries) if (kind === 'update') yield { seq, at, actor };
      }
    } catch (error) {
      throw this.#readingError(document, asPast(document, error));
    } finally {
      await this.#leave(moment);
    }
  }

  async record(document: string, name: string): Promise<Uint8Array | null> {
    return (await this.#records(document, (each) => each === name)).get(name) ?? null;
  }

  async records(document: string, prefix: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#records(document, (name) => name.startsWith(prefix));
  }

  async #records(document: string, wanted: (name: string) => boolean): Promise<ReadonlyMap<string, Uint8Array>> {
    const values = await this.#at(document, async (moment) => {
      const names = moment.names ?? (await this.#names(moment));
      return readRecords(moment.view, document, new Map([...names].filter(([name]) => wanted(name))));
    });
    return values ?? new Map();
  }

  /** The names as they are in the moment's view, from the disk; kept in memory from now on. */
  async #names({ view, document, head, reading }: Moment): Promise<RecordNames> {
    const read = await readDocument(view, document, head, false);
    this.#justRead = new WeakRef({ document, read });
    this.#index.install(reading, new Map(read.names));
    return read.names;
  }

  async documents(): Promise<readonly string[]> {
    this.#assertUsable();
    return [...this.#heads.numbers.keys()].sort();
  }

  damage(): readonly Verdict[] {
    return [...this.#damage].map(([document, damage]) => ({
      document,
      head: this.#headOf(document),
      damage,
      note: null,
    }));
  }

  async *verify(): AsyncGenerator<Verdict> {
    for (const document of await this.documents()) {
      const moment = await this.#moment(document);
      try {
        const verdict = await inspect(moment.view, document, moment.head);
        if (verdict.damage !== null) this.#quarantine(document, verdict.damage);
        yield verdict;
      } catch (error) {
        throw this.#readingError(document, error);
      } finally {
        await this.#leave(moment);
      }
    }
  }

  async compact(document: string, snapshot: Snapshot): Promise<void> {
    if (snapshot.seq > this.#headOf(document)) throw new RangeError(`${document} has no entry ${snapshot.seq} yet`);
    const packed = await pack(snapshot.state);
    const written = await this.#at(document, async (moment) => {
      const names = moment.names ?? (await this.#names(moment));
      const operations = await snapshotOperations(moment.view, document, snapshot.seq, packed, names);
      if (operations.length === 0) return false;
      await this.#durably(() => this.#disk.write(operations));
      return true;
    });
    if (!written) return;
    this.#justRead = null;
    const trim = await this.#at(document, ({ view, head }) => planTrim(view, document, head, snapshot.keep ?? 0));
    for (const range of trim?.ranges ?? []) await this.#durably(() => this.#disk.forget(...range));
    for (const space of trim?.reclaim ?? []) await this.#durably(() => this.#disk.reclaim(...rangeOf(space, document)));
  }

  async salvage(document: string): Promise<Salvage> {
    const moment = await this.#moment(document);
    try {
      return await salvage(moment.view, document);
    } catch (error) {
      throw this.#readingError(document, error);
    } finally {
      await this.#leave(moment);
    }
  }

  async *backup(): AsyncGenerator<Uint8Array> {
    this.#assertUsable();
    const { view, heads } = await this.#turns.between(() => ({
      view: this.#disk.view(),
      heads: { epoch: this.#heads.epoch, numbers: new Map(this.#heads.numbers) },
    }));
    try {
      yield* writeBackup(view, heads);
    } catch (error) {
      throw this.#closing === null ? error : closedError();
    } finally {
      await view.close();
    }
  }

  async close(): Promise<void> {
    this.#closing ??= this.#turns.idle().then(() => {
      this.#closed = true;
      return this.#disk.close();
    });
    await this.#closing;
  }

  /** Reads in one moment; null when there is no such document. Failures come out as StorageErrors. */
  async #at<T>(document: string, read: (moment: Moment) => Promise<T>): Promise<T | null> {
    assertDocument(document);
    this.#assertWhole(document);
    const moment = await this.#moment(document);
    try {
      return moment.head === 0 ? null : await read(moment);
    } catch (error) {
      throw this.#readingError(document, error);
    } finally {
      await this.#leave(moment);
    }
  }

  /** Between two commits, so that table, head and record names belong together. */
  async #moment(document: string): Promise<Moment> {
    this.#assertUsable();
    return this.#turns.between(() => {
      const names = this.#index.get(document);
      return {
        document,
        view: this.#disk.view(),
        head: this.#headOf(document),
        reading: this.#index.beginReading(document),
        names: names && new Map(names),
      };
    });
  }

  async #leave(moment: Moment): Promise<void> {
    this.#index.endReading(moment.reading);
    await moment.view.close();
  }

  #headOf(document: string): number {
    return this.#heads.numbers.get(document) ?? 0;
  }

  #readingError(document: string, error: unknown): unknown {
    if (this.#closing !== null) return closedError();
    if (isDamage(error)) {
      this.#quarantine(document, error.message);
      return this.#damagedError(document);
    }
    return error instanceof DiskError ? unreadableError(document, error) : error;
  }

  #quarantine(document: string, damage: string): void {
    if (this.#damage.has(document)) return;
    this.#damage.set(document, damage);
    this.#logger.warn({ document, damage }, 'A document is damaged and was closed');
  }

  #damagedError(document: string): StorageError {
    return damagedError(document, this.#damage.get(document) ?? 'it cannot be read');
  }

  #assertUsable(): void {
    if (this.#closing !== null) throw closedError();
    if (this.#poisoned !== null) throw this.#poisoned;
  }

  #assertWhole(document: string): void {
    if (this.#damage.has(document)) throw this.#damagedError(document);
  }
}

/** One consistent reading of one document. */
interface Moment {
  readonly document: string;
  readonly view: View;
  /** 0 when there is no such document. */
  readonly head: number;
  readonly reading: Reading;
  /** The record names, when they are in memory. */
  readonly names: RecordNames | undefined;
}

async function readPast(view: View, document: string, seq: number): Promise<ReadDocument> {
  try {
    return await readDocument(view, document, seq, true);
  } catch (error) {
    throw asPast(document, error);
  }
}

/** Damage that only the past has must not close the document. */
function asPast(document: string, error: unknown): unknown {
  return isDamage(error) ? damagedPastError(document, error.message, error) : error;
}

function storedDocument({ seq, state, updates, head }: ReadDocument): StoredDocument {
  return { snapshot: state && { seq, state }, updates, head };
}
