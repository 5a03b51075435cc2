import { copyFile, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './heads-file.ts';
import { isLogDamaged } from './log-file.ts';
import { type Patch, patchesFor } from './table-file.ts';

const KEPT_FOLDER = 'damaged-files';

/**
 * Looks at LevelDB's files before LevelDB does. It would drop part of a broken log without a word and then delete
 * it, and it could abort on a broken table. Their bytes are kept in the folder `damaged-files`, for ever; broken
 * blocks of a table are made empty. Nothing is repaired: what is missing now is found and reported by document.
 * @returns the kept files.
 */
export async function keepDamagedFiles(tableFolder: string): Promise<string[]> {
  const kept: string[] = [];
  for (const name of await readdir(tableFolder)) {
    const file = join(tableFolder, name);
    if (name.endsWith('.log') && isLogDamaged(await readFile(file)))
      kept.push(await keepCopy(file, join(tableFolder, '..')));
    if (!name.endsWith('.ldb')) continue;
    const table = await readFile(file);
    const patches = patchesFor(table);
    if (patches.length === 0) continue;
    kept.push(await keepCopy(file, join(tableFolder, '..')));
    await replace(file, table, patches);
  }
  return kept;
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
