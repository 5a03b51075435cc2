import { StorageError } from '../document-store.ts';
import { reason } from '../engine/messages.ts';

const ADVICE = new Map([
  ['EACCES', 'this user may not read or write it. Change its owner or its rights'],
  ['EPERM', 'this user may not read or write it. Change its owner or its rights'],
  ['EROFS', 'it lies on a read-only disk. Choose a folder that can be written'],
  ['EEXIST', 'it is a file, not a folder. Choose another place'],
  ['ENOENT', 'it is not there and cannot be made. Choose another place'],
  ['ENOTDIR', 'a part of this path is a file, not a folder. Choose another place'],
  ['ENOSPC', 'the disk is full. Make room'],
]);

/** One sentence for whatever kept a folder from opening. Nothing has been written to an existing store by then. */
export function openingError(folder: string, error: unknown): StorageError {
  const chain = causesOf(error);
  const codes = chain.map(codeOf);
  if (isLocked(error)) {
    return new StorageError(
      'in-use',
      `The data folder ${folder} is in use by another Duet server. Stop that one first, or choose another folder.`,
      { cause: error },
    );
  }
  const cause = chain[1] ?? chain[0];
  const advice = codes.map((code) => ADVICE.get(code)).find((each) => each !== undefined);
  const what = codes.includes('LEVEL_CORRUPTION')
    ? `its files are damaged (${reason(cause)}). They were left as they are: keep a copy, and restore the last backup into an empty folder`
    : (advice ?? `${reason(cause)}. Check the disk`);
  return new StorageError('unreadable', `The data folder ${folder} cannot be opened: ${what}, and start again.`, {
    cause: error,
  });
}

/** Whether another process has the folder. */
export function isLocked(error: unknown): boolean {
  return causesOf(error).some((each) => codeOf(each) === 'LEVEL_LOCKED');
}

/** The code by which Node and LevelDB tell errors apart; empty for one without. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** LevelDB wraps what went wrong in an error of its own. */
function causesOf(error: unknown): readonly [unknown, unknown] {
  return [error, error instanceof Error ? error.cause : null];
}
