import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DocumentStore, StorageError } from '../document-store.ts';
import { HEADS_FORMAT, type HeadsReading, readHeads } from '../engine/heads.ts';
import type { StorageLogger } from '../engine/log-store.ts';
import { openStore } from '../engine/open-store.ts';
import { HeadsFile, syncFolder } from './heads-file.ts';
import { LevelDisk, Table } from './level-disk.ts';
import { openingError } from './opening-error.ts';
import { keepDamagedLogs } from './write-ahead-log.ts';

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
  const tableFolder = join(folder, TABLE_FOLDER);
  const headsPath = join(folder, HEADS_FILE);
  const isNew = await assertWhole(folder);
  if (isNew) await new HeadsFile(headsPath).create();
  const damagedLogs = await keepDamagedLogs(tableFolder);
  const table = new Table(tableFolder);
  await table.open({ createIfMissing: isNew });
  try {
    await syncFolder(folder);
    // Read under LevelDB's lock: until now another process may have been writing it.
    const heads = readHeads(await readFile(headsPath));
    if (heads.badLines > 0) await keepDamagedHeads(headsPath, heads, logger);
    const store = await openStore(new LevelDisk(table, new HeadsFile(headsPath)), heads, logger, Date.now);
    if (damagedLogs.length > 0) {
      logger.warn({ files: damagedLogs }, 'The log of the last run is damaged; it was kept, and all is being checked');
      for await (const _verdict of store.verify());
    }
    return store;
  } catch (error) {
    await table.close();
    throw error;
  }
}

/** Makes the folder and makes its name durable, up to the first folder that was there before. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Whether the folder has no store yet. @throws StorageError when it has half of one, or one of a newer format. */
async function assertWhole(folder: string): Promise<boolean> {
  const refuse = (what: string): StorageError =>
    new StorageError(
      'unreadable',
      `The data folder ${folder} cannot be opened: ${what}. Nothing in it was changed. Put back the missing part ` +
        'from a copy of the folder, or restore the last backup into an empty one.',
    );
  const names = await readdir(folder);
  if (names.includes(RESTORING)) throw refuse('a restore into it was begun and not finished');
  const hasTable = names.includes(TABLE_FOLDER) && (await readdir(join(folder, TABLE_FOLDER))).includes('CURRENT');
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
  if (!hasTable && heads.numbers.size > 0) throw refuse(`its folder "${TABLE_FOLDER}" is missing or incomplete`);
  return !hasTable;
}

async function keepDamagedHeads(path: string, { badLines }: HeadsReading, logger: StorageLogger): Promise<void> {
  const kept = `${path}.damaged-${Date.now()}`;
  await copyFile(path, kept);
  logger.warn({ kept, badLines }, 'The heads file has broken lines; it was kept, and is rebuilt from the table');
}
