import { StorageError } from '../document-store.ts';

/** The errors that every store raises, in one place so that they sound alike. */

export function damagedError(document: string, damage: string, cause?: unknown): StorageError {
  return new StorageError(
    'damaged',
    `The document ${document} is damaged: ${damage}. It is closed and its bytes are left as they are; all other ` +
      'documents work. What can still be read is available as salvage, and the last backup may hold the rest.',
    { cause },
  );
}

export function damagedPastError(document: string, damage: string, cause: unknown): StorageError {
  return new StorageError(
    'damaged',
    `This moment of the document ${document} cannot be shown: ${damage}. The document as it is now is not affected.`,
    { cause },
  );
}

export function poisonedError(cause: unknown): StorageError {
  return new StorageError(
    'poisoned',
    `Writing to the data folder failed (${reason(cause)}). Everything that was confirmed is safe; nothing more can ` +
      'be confirmed by this process. Check the disk (is it full?) and start again.',
    { cause },
  );
}

export function unreadableError(document: string, cause: unknown): StorageError {
  return new StorageError(
    'unreadable',
    `The document ${document} could not be read just now (${reason(cause)}). Nothing is lost; try again.`,
    { cause },
  );
}

export function closedError(): StorageError {
  return new StorageError('closed', 'The store is closed. Everything that was confirmed is safe; open it again.');
}

export function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
