import { copyFile, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './heads-file.ts';
import { isLogDamaged } from './log-file.ts';
import { tablesIn } from './manifest-file.ts';
import { codeOf } from './opening-error.ts';
import { type Patch, patchesFor } from './table-file.ts';

const KEPT_FOLDER = 'damaged-files';

/**
 * Looks at LevelDB's files before LevelDB does. It would drop part of a broken log without a word and then delete
 * it, and it could abort on a broken table. Their bytes are kept in the folder `damaged-files`, for ever; broken
 * blocks of a table are made empty, and so is a table that is missing or cut short. Nothing is repaired: what is missing now is found and reported by document.
 * @returns the kept files.
 */
export async function keepDamagedFiles(tableFolder: string): Promise<string[]> {
  const storeFolder = join(tableFolder, '..');
  const kept: string[] = [];
  const names = await readdir(tableFolder);
  for (const name of names.filter((each) => each.endsWith('.log'))) {
    const file = join(tableFolder, name);
    if (isLogDamaged(await readFile(file))) kept.push(await keepCopy(file, storeFolder));
  }
  for (const [number, size] of await tablesOf(tableFolder)) {
    const name = `${String(number).padStart(6, '0')}.ldb`;
    const file = join(tableFolder, name);
    const isThere = names.includes(name);
    const table = ofSize(size, isThere ? await readFile(file) : Buffer.alloc(0));
    const patches = patchesFor(table);
    if (patches.length === 0) continue;
    kept.push(isThere ? await keepCopy(file, storeFolder) : `${name} (missing)`);
    await replace(file, table, patches);
  }
  return kept;
}

/** The tables that LevelDB will look for, and how large it takes them to be. None when it will refuse the folder. */
async function tablesOf(tableFolder: string): Promise<ReadonlyMap<number, number>> {
  try {
    const current = (await readFile(join(tableFolder, 'CURRENT'), 'latin1')).trim();
    return tablesIn(await readFile(join(tableFolder, current)));
  } catch (error) {
    if (error instanceof RangeError || codeOf(error) === 'ENOENT') return new Map();
    throw error;
  }
}

/** A table that was cut short is made as long as it was, so that its end can be written anew. */
function ofSize(size: number, table: Buffer): Buffer {
  return table.length < size ? Buffer.concat([table], size) : table.subarray(0, size);
}

/** Copies a damaged file of a store to where damaged files are kept. @returns the copy's path. */
export async function keepCopy(file: string, storeFolder: string): Promise<string> {
  const folder = join(storeFolder, KEPT_FOLDER);
  await mkdir(folder, { recursive: true });
  const copy = join(folder, `${Date.now()}-${basename(file)}`);
  await copyFile(file, copy);
  const handle = await open(copy, 'r+');
  await handle.sync();
  await handle.close();
  await syncFolder(folder);
  return copy;
}

/** Atomic, so that a crash leaves the broken table, which the next opening finds again, or the patched one. */
async function replace(file: string, table: Buffer, patches: readonly Patch[]): Promise<void> {
  const fresh = `${file}.patched`;
  const handle = await open(fresh, 'w');
  await handle.writeFile(table);
  for (const { at, bytes } of patches) await handle.write(bytes, 0, bytes.length, at);
  await handle.sync();
  await handle.close();
  await rename(fresh, file);
  await syncFolder(dirname(file));
}
