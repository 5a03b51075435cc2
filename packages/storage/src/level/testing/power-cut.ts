import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Power cuts of real processes. A killed process leaves everything that it wrote, synced or not, in the kernel's
 * cache. So the process runs with a small library that notes what the kernel confirmed as synced (`note-syncs.c`), and
 * after the kill every file is cut back to that. Renames and deletions of files count as durable.
 */
export interface PowerCut {
  /** For the process that will lose its power. */
  readonly environment: Readonly<Record<string, string>>;
  /** To be called before the process starts: what is there now has survived. */
  start(folder: string): void;
  /**
   * Leaves in `folder` what was synced, and of the rest of each file the part that `keep` says (0 to 1).
   * @returns how many bytes were taken away.
   */
  cut(folder: string, keep: () => number): number;
}

/** Linux and a C compiler are needed. */
export function canCutPower(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @param scratch a folder for the library and its notes. */
export function powerCut(scratch: string): PowerCut {
  const library = join(scratch, 'note-syncs.so');
  const notes = join(scratch, 'syncs');
  const source = fileURLToPath(new URL('./note-syncs.c', import.meta.url));
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return {
    environment: { LD_PRELOAD: library, NOTE_SYNCS: notes },
    start(folder) {
      writeFileSync(
        notes,
        filesIn(folder)
          .map(({ inode, size }) => `${inode} ${size}\n`)
          .join(''),
      );
    },
    cut(folder, keep) {
      const synced = new Map<number, number>();
      for (const line of readFileSync(notes, 'latin1').split('\n')) {
        const [inode, bytes] = line.split(' ').map(Number);
        if (inode && bytes !== undefined) synced.set(inode, bytes);
      }
      let taken = 0;
      for (const { path, inode, size } of filesIn(folder)) {
        const durable = Math.min(synced.get(inode) ?? 0, size);
        const left = durable + Math.floor(keep() * (size - durable));
        taken += size - left;
        truncateSync(path, left);
      }
      return taken;
    },
  };
}

function filesIn(folder: string): { path: string; inode: number; size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path);
    return stat.isFile() ? [{ path, inode: stat.ino, size: stat.size }] : [];
  });
}
