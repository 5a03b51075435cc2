import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How a command finds the server that owns the data folder. Whoever may read the folder may command the server. */
export interface ControlAddress {
  readonly url: string;
  readonly token: string;
}

const NAME = 'control.json';

/** Written whole or not at all, readable for the owner alone. */
export async function writeControlFile(dataFolder: string, address: ControlAddress): Promise<void> {
  const path = join(dataFolder, NAME);
  await writeFile(`${path}.new`, JSON.stringify(address), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** Null when no server says that it runs here. What one that was killed left behind is found out by asking. */
export async function readControlFile(dataFolder: string): Promise<ControlAddress | null> {
  try {
    return JSON.parse(await readFile(join(dataFolder, NAME), 'utf8')) as ControlAddress;
  } catch {
    return null;
  }
}

export async function removeControlFile(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, NAME), { force: true });
}
