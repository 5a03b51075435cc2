import { closeSync, fstatSync, openSync } from 'node:fs';
import { syncFolder } from './heads-file.ts';

/** A folder's time stamp may be as coarse as the kernel's tick, so only an older one is proof of no change. */
const COARSEST_TICK_MS = 20;

/**
 * LevelDB syncs a new log file but not the folder that holds its name, so by the letter of POSIX a power cut could
 * take the whole file. It begins a new one every few megabytes, and the folder's time stamp tells when.
 */
export class FolderWatch {
  readonly #folder: string;
  readonly #descriptor: number;
  #syncedMs = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#descriptor = openSync(folder, 'r');
  }

  /** The look is a system call of about two microseconds, too short to be worth another thread. */
  async syncIfChanged(): Promise<void> {
    const changedMs = fstatSync(this.#descriptor).mtimeMs;
    if (changedMs === this.#syncedMs) return;
    const settled = Date.now() - changedMs > COARSEST_TICK_MS;
    await syncFolder(this.#folder);
    if (settled) this.#syncedMs = changedMs;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
