import { Level } from 'level';
import { type Disk, DiskError, type Operation, type Pair, type View } from '../engine/disk.ts';
import { FolderWatch } from './folder-watch.ts';
import type { HeadsFile } from './heads-file.ts';

type TableSnapshot = ReturnType<Table['snapshot']>;

/**
 * What LevelDB collects before it writes a table. It keeps two such buffers in memory, and maps some tables of that size
 * beside them; its own default of 4 MiB is meant for far larger stores.
 */
const WRITE_BUFFER_BYTES = 1024 * 1024;
/** Bytes of pairs that an iterator fetches in one go. */
const READ_AHEAD_BYTES = 256 * 1024;
/** From this size on, on average, copying values costs more than handling operations. */
const LARGE_VALUE_BYTES = 4096;

/**
 * LevelDB's own compression is off: a flipped bit in a compressed block breaks the whole block, and a broken block
 * that LevelDB meets while it merges files ends every write. In a plain block a flipped bit almost always hits one
 * value, which its checksum finds. Large values are deflated by ourselves (blob.ts).
 */
export class Table extends Level<string, Uint8Array> {
  /** Types of `level` leave out what browsers lack; in Node it has this too. */
  declare readonly compactRange: (from: string, to: string) => Promise<void>;

  constructor(folder: string) {
    super(folder, {
      keyEncoding: 'utf8',
      valueEncoding: 'view',
      compression: false,
      writeBufferSize: WRITE_BUFFER_BYTES,
    });
  }
}

export class LevelDisk implements Disk {
  readonly #table: Table;
  readonly #heads: HeadsFile;
  readonly #lock: Table;
  readonly #folder: FolderWatch;

  /** `lock` is closed last: with it the folder is free for another process. */
  constructor(table: Table, heads: HeadsFile, lock: Table) {
    this.#table = table;
    this.#heads = heads;
    this.#lock = lock;
    this.#folder = new FolderWatch(table.location);
  }

  async write(operations: readonly Operation[]): Promise<void> {
    await (isLarge(operations) ? this.#writeAtOnce(operations) : this.#writeChained(operations));
    await this.#folder.syncIfChanged();
  }

  /** LevelDB's own copy of the values is freed as soon as they are written. */
  #writeAtOnce(operations: readonly Operation[]): Promise<void> {
    return this.#table.batch([...operations], { sync: true });
  }

  /**
   * Costs a fifth of the other form, which copies every operation several times. But LevelDB's copy of the values lives
   * until V8 collects the batch, and V8 does not know that it is more than a few bytes.
   */
  async #writeChained(operations: readonly Operation[]): Promise<void> {
    const batch = this.#table.batch();
    for (const operation of operations) {
      if (operation.type === 'put') batch.put(operation.key, operation.value);
      else batch.del(operation.key);
    }
    await batch.write({ sync: true });
  }

  async forget(from: string, to: string): Promise<void> {
    await this.#table.clear({ gte: from, lt: to });
  }

  async reclaim(from: string, to: string): Promise<void> {
    await this.#table.compactRange(from, to);
  }

  view(): View {
    return new LevelView(this.#table);
  }

  appendHeads(lines: Uint8Array): Promise<void> {
    return this.#heads.append(lines);
  }

  replaceHeads(lines: Uint8Array): Promise<void> {
    return this.#heads.replace(lines);
  }

  async close(): Promise<void> {
    await this.#table.close();
    await this.#heads.close();
    this.#folder.close();
    await this.#lock.close();
  }
}

class LevelView implements View {
  readonly #table: Table;
  readonly #snapshot: TableSnapshot;

  constructor(table: Table) {
    this.#table = table;
    this.#snapshot = table.snapshot();
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return reading(this.#table.get(key, { snapshot: this.#snapshot }));
  }

  async getMany(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return reading(this.#table.getMany([...keys], { snapshot: this.#snapshot }));
  }

  async *pairs(from: string, to: string, chunk = 1000): AsyncGenerator<readonly Pair[]> {
    const range = { gte: from, lt: to, snapshot: this.#snapshot, highWaterMarkBytes: READ_AHEAD_BYTES };
    const iterator = this.#table.iterator(range);
    try {
      for (;;) {
        const pairs = await reading(iterator.nextv(chunk));
        if (pairs.length === 0) return;
        yield pairs;
      }
    } finally {
      await iterator.close();
    }
  }

  async keys(from: string, to: string): Promise<readonly string[]> {
    return reading(this.#table.keys({ gte: from, lt: to, snapshot: this.#snapshot }).all());
  }

  async close(): Promise<void> {
    await this.#snapshot.close();
  }
}

function isLarge(operations: readonly Operation[]): boolean {
  let bytes = 0;
  for (const operation of operations) if (operation.type === 'put') bytes += operation.value.byteLength;
  return bytes >= operations.length * LARGE_VALUE_BYTES;
}

/** LevelDB's errors as the store knows them. */
async function reading<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    const corrupt = error instanceof Error && 'code' in error && error.code === 'LEVEL_CORRUPTION';
    const message = corrupt ? 'the disk returns broken blocks' : String(error);
    throw new DiskError(message, corrupt, { cause: error });
  }
}
