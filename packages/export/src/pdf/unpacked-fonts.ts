import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownFolder } from './own-require.ts';

/** Raised when the same source would be unpacked into something else. */
const FORMAT = 1;

/**
 * Unpacking a font takes the programs that do it a quarter of a second to get going. What came of it is kept beside the
 * installed packages, under the hash of what it was made from, so that only the first PDF of an installation waits.
 * Where that folder can't be written, every start unpacks anew.
 * @param how what besides `source` the result depends on.
 */
export async function unpackedOnce(
  source: Buffer,
  how: string,
  unpack: () => Promise<Buffer>,
  folder = join(ownFolder(), 'node_modules', '.cache', 'fonts'),
): Promise<Buffer> {
  const hash = createHash('sha256').update(`${FORMAT} ${how}\n`).update(source).digest('hex');
  const file = join(folder, `${hash}.ttf`);
  const known = await readFile(file).catch(() => null);
  if (known !== null) return known;
  const font = await unpack();
  await keep(file, font).catch(() => undefined);
  return font;
}

/** Whole or not at all: another process may read it, and this one may be killed. */
async function keep(file: string, font: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, font);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
