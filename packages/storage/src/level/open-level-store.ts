import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DocumentStore, StorageError } from '../document-store.ts';
import { HEADS_FORMAT, readHeads } from '../engine/heads.ts';
import type { StorageLogger } from '../engine/log-store.ts';
import { openStore } from '../engine/open-store.ts';
import { keepCopy, keepDamagedFiles } from './damaged-files.ts';
import { HeadsFile, syncFolder } from './heads-file.ts';
import { LevelDisk, Table } from './level-disk.ts';
import { codeOf, isLocked, openingError } from './opening-error.ts';

export interface LevelStoreOptions {
  /** Made when it is missing. Only one process at a time can have it open. */
  readonly folder: string;
  readonly logger?: StorageLogger;
}

/** The two names that make a store, and the mark of a restore that has not finished (restore-backup.ts). */
export const TABLE_FOLDER = 'level';
export const HEADS_FILE = 'heads';
export const RESTORING = 'restoring';
/**
 * An empty LevelDB that is open as long as the store is. Its lock, which the operating system takes back from a
 * dead process, covers what happens before LevelDB locks the table itself: making the two parts, checking files.
 */
const LOCK_FOLDER = 'lock';

/**
 * Opens the store in a folder, or makes one in a folder that has none.
 * @throws StorageError `in-use` while another process has it; `unreadable` with the reason otherwise. A folder that
 * lacks one of its two parts is refused and left alone: LevelDB would begin an empty store in its place.
 */
export async function openLevelStore({ folder, logger = { warn() {} } }: LevelStoreOptions): Promise<DocumentStore> {
  const path = resolve(folder);
  try {
    return await open(path, logger);
  } catch (error) {
    throw error instanceof StorageError ? error : openingError(path, error);
  }
}

async function open(folder: string, logger: StorageLogger): Promise<DocumentStore> {
  await makeFolder(folder);
  const lock = await takeLock(join(folder, LOCK_FOLDER));
  try {
    return await openLocked(folder, lock, logger);
  } catch (error) {
    await lock.close();
    throw error;
  }
}

async function openLocked(folder: string, lock: Table, logger: StorageLogger): Promise<DocumentStore> {
  const heads = new HeadsFile(join(folder, HEADS_FILE));
  const tableFolder = join(folder, TABLE_FOLDER);
  const isNew = await isNewFolder(folder);
  if (isNew) await heads.create();
  const keptFiles = isNew ? [] : await keepDamagedFiles(tableFolder);
  const reading = readHeads(await readFile(join(folder, HEADS_FILE)));
  if (reading.badLines > 0) keptFiles.push(await keepCopy(join(folder, HEADS_FILE), folder));
  if (keptFiles.length > 0) logger.warn({ keptFiles }, 'Damaged files were found and kept; all documents are checked');
  const table = new Table(tableFolder);
  await table.open({ createIfMissing: isNew });
  try {
    await syncFolder(folder);
    const store = await openStore(new LevelDisk(table, heads, lock), reading, logger, Date.now);
    if (keptFiles.length > 0) for await (const _verdict of store.verify());
    return store;
  } catch (error) {
    await table.close();
    throw error;
  }
}

/**
 * Damage to the lock's own files is no damage to anything that was written: there is nothing in them. They are made
 * anew, all but the file that carries the lock, so that somebody who took it meanwhile still has it.
 */
async function takeLock(folder: string): Promise<Table> {
  const lock = new Table(folder);
  try {
    await lock.open();
    return lock;
  } catch (error) {
    if (isLocked(error)) throw error;
    for (const name of await readdir(folder)) if (name !== 'LOCK') await rm(join(folder, name), { recursive: true });
  }
  await lock.open();
  return lock;
}

/**
 * Makes the folder and makes its name durable, and those of missing ones above it. Step by step, since the recursive
 * `mkdir` of Node never returns where a folder cannot be made though the one above it is there, as in /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeLastFolder(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await makeFolder(dirname(folder));
    await makeLastFolder(folder);
  }
}

async function makeLastFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    throw error;
  }
  await syncFolder(dirname(folder));
}

/** Whether the folder has no store yet. @throws StorageError when it has half of one, or one of a newer format. */
async function isNewFolder(folder: string): Promise<boolean> {
  const refuse = (what: string): StorageError =>
    new StorageError(
      'unreadable',
      `The data folder ${folder} cannot be opened: ${what}. Nothing in it was changed. Put back the missing part ` +
        'from a copy of the folder, or restore the last backup into an empty one.',
    );
  const names = await readdir(folder);
  if (names.includes(RESTORING)) throw refuse('a restore into it was begun and not finished');
  const tableNames = names.includes(TABLE_FOLDER) ? await readdir(join(folder, TABLE_FOLDER)) : [];
  const canOpen = tableNames.includes('CURRENT');
  // LevelDB makes CURRENT before anything that holds data.
  const hasTable = canOpen || tableNames.some((name) => /\.(log|ldb)$/.test(name));
  if (!names.includes(HEADS_FILE)) {
    if (hasTable) throw refuse(`its file "${HEADS_FILE}" is missing`);
    return true;
  }
  const heads = readHeads(await readFile(join(folder, HEADS_FILE)));
  if (heads.format !== null && heads.format > HEADS_FORMAT) {
    throw refuse('it was written by a newer version of Duet');
  }
  if (hasTable && heads.format === null && heads.numbers.size === 0) {
    throw refuse(`its file "${HEADS_FILE}" is empty or broken`);
  }
  if (!canOpen && (hasTable || heads.numbers.size > 0)) {
    throw refuse(`its folder "${TABLE_FOLDER}" is missing or incomplete`);
  }
  return !hasTable;
}
