import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DocumentStore } from '../document-store.ts';
import { headsFile, readHeads } from '../engine/heads.ts';
import type { StorageLogger } from '../engine/log-store.ts';
import { openStore } from '../engine/open-store.ts';
import { HeadsFile, syncFolder } from './heads-file.ts';
import { LevelDisk, Table } from './level-disk.ts';

export interface LevelStoreOptions {
  /** Made when it is missing. One process at a time. */
  readonly folder: string;
  readonly logger?: StorageLogger;
}

export async function openLevelStore(options: LevelStoreOptions): Promise<DocumentStore> {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const headsPath = join(folder, 'heads');
  const heads = new HeadsFile(headsPath);
  const table = new Table(join(folder, 'level'));
  await table.open();
  const bytes = await readFile(headsPath).catch(() => headsFile({ epoch: 0, numbers: new Map() }));
  await syncFolder(dirname(folder));
  return openStore(new LevelDisk(table, heads), readHeads(bytes), options.logger ?? { warn() {} }, Date.now);
}
