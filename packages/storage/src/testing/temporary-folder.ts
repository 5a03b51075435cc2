import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test; `onEnd` registers its removal. */
export function temporaryFolder(onEnd: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'duet-storage-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
