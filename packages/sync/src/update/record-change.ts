import type * as Y from 'yjs';

/** @returns what `change` wrote as one update, or null when it wrote nothing. */
export function recordChange(scratch: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  let update: Uint8Array | null = null;
  scratch.once('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  scratch.transact(() => change(scratch));
  return update;
}
