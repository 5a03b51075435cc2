import { createHash } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StorageError } from '../document-store.ts';
import { BACKUP_MAGIC, END_FRAME, FRAME_HEADER_BYTES, HEADS_FRAME, PAIR_FRAME } from '../engine/backup.ts';
import { readHeads } from '../engine/heads.ts';
import { HeadsFile, syncFolder } from './heads-file.ts';
import { Table } from './level-disk.ts';
import { HEADS_FILE, makeFolder, RESTORING, TABLE_FOLDER } from './open-level-store.ts';
import { openingError } from './opening-error.ts';

const BATCH_BYTES = 1024 * 1024;
/** Far beyond what a store holds: a size above is a broken backup, not a reason to fill the memory. */
const MAX_KEY_BYTES = 1024;
const MAX_VALUE_BYTES = 256 * 1024 * 1024;

/**
 * Writes a backup into an empty folder (which is made when it is missing).
 *
 * The folder `restoring` is made first and goes last. While it is there the store refuses to open, so nothing
 * counts before the whole backup proved to be intact; and whatever lies beside it can only come from a restore that
 * was killed, so the next one may begin by removing it.
 * @returns the number of documents.
 * @throws StorageError `not-empty`, `bad-backup` (the folder is empty again then), `unreadable`.
 */
export async function restoreBackup(backup: AsyncIterable<Uint8Array>, folder: string): Promise<number> {
  const path = resolve(folder);
  try {
    await makeFolder(path);
    await removeUnfinished(path);
    await assertEmpty(path);
    await makeFolder(join(path, RESTORING));
    const heads = await writeTable(join(path, RESTORING, TABLE_FOLDER), backup);
    await rename(join(path, RESTORING, TABLE_FOLDER), join(path, TABLE_FOLDER));
    await new HeadsFile(join(path, HEADS_FILE)).replace(heads);
    await rm(join(path, RESTORING), { recursive: true });
    await syncFolder(path);
    return readHeads(heads).numbers.size;
  } catch (error) {
    if (!(error instanceof StorageError)) throw openingError(path, error);
    if (error.code === 'bad-backup') await removeUnfinished(path);
    throw error;
  }
}

async function assertEmpty(folder: string): Promise<void> {
  if ((await readdir(folder)).length === 0) return;
  throw new StorageError(
    'not-empty',
    `The folder ${folder} is not empty, and a restore never overwrites. Nothing was changed; choose an empty folder.`,
  );
}

async function removeUnfinished(folder: string): Promise<void> {
  if (!(await readdir(folder)).includes(RESTORING)) return;
  for (const name of [TABLE_FOLDER, HEADS_FILE, RESTORING]) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await syncFolder(folder);
}

/** @returns the heads file of the backup, after its checksum was found right. */
async function writeTable(folder: string, backup: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const table = new Table(folder);
  await table.open();
  try {
    let heads: Uint8Array | null = null;
    let pairs: { type: 'put'; key: string; value: Uint8Array }[] = [];
    let size = 0;
    for await (const { type, key, value } of readFrames(backup)) {
      if (type === HEADS_FRAME) heads = value;
      else pairs.push({ type: 'put', key, value });
      size += value.byteLength;
      if (size < BATCH_BYTES) continue;
      await table.batch(pairs, { sync: true });
      pairs = [];
      size = 0;
    }
    await table.batch(pairs, { sync: true });
    if (heads === null) throw badBackup('it has no list of documents');
    return heads;
  } finally {
    await table.close();
  }
}

interface Frame {
  readonly type: number;
  readonly key: string;
  readonly value: Uint8Array;
}

/** The frames of a backup. Ends only after the checksum over all of them was right. @throws StorageError */
async function* readFrames(backup: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const input = new Input(backup);
  const hash = createHash('sha256');
  const magic = await input.take(BACKUP_MAGIC.length);
  if (magic.toString('latin1') !== BACKUP_MAGIC) throw badBackup('it does not begin like a backup of this version');
  hash.update(magic);
  for (;;) {
    const header = await input.take(FRAME_HEADER_BYTES);
    const [keyBytes, valueBytes] = [header.readUInt32BE(1), header.readUInt32BE(5)];
    if (keyBytes > MAX_KEY_BYTES || valueBytes > MAX_VALUE_BYTES) throw badBackup('one of its sizes is impossible');
    const key = await input.take(keyBytes);
    const value = await input.take(valueBytes);
    const type = header[0] ?? 0;
    if (type === END_FRAME) {
      if (!hash.digest().equals(value)) throw badBackup('its checksum is wrong');
      if (!(await input.ended())) throw badBackup('there is something after its end');
      return;
    }
    if (type !== PAIR_FRAME && type !== HEADS_FRAME) throw badBackup('it holds something unknown');
    hash.update(header).update(key).update(value);
    yield { type, key: key.toString(), value };
  }
}

/** Takes exact numbers of bytes from chunks of any size. */
class Input {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #buffered = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    const chunks: Uint8Array[] = [this.#buffered];
    let size = this.#buffered.byteLength;
    while (size < count) {
      const chunk = await this.#next();
      if (chunk === null) throw badBackup('it ends too early');
      chunks.push(chunk);
      size += chunk.byteLength;
    }
    const all = chunks.length === 1 ? this.#buffered : Buffer.concat(chunks);
    this.#buffered = all.subarray(count);
    return all.subarray(0, count);
  }

  async ended(): Promise<boolean> {
    for (let size = this.#buffered.byteLength; size === 0; ) {
      const chunk = await this.#next();
      if (chunk === null) return true;
      size = chunk.byteLength;
    }
    return false;
  }

  async #next(): Promise<Uint8Array | null> {
    const next = await this.#chunks.next();
    return next.done === true ? null : next.value;
  }
}

function badBackup(what: string): StorageError {
  return new StorageError(
    'bad-backup',
    `This backup cannot be restored: ${what}. Nothing was restored; the folder is empty as before. Use another backup.`,
  );
}
