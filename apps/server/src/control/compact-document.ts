import type { DocumentStore } from '@duet/storage';
import * as Y from 'yjs';

/**
 * Replaces the log of a document by a snapshot that reads back as the same document (G8). Safe beside a server that
 * has the document open: the snapshot stands for the log up to its own number, whatever has been added since.
 * @returns false when there was nothing to gain.
 */
export async function compactDocument(store: DocumentStore, document: string): Promise<boolean> {
  const stored = await store.load(document);
  const last = stored?.updates.at(-1);
  if (!stored || !last) return false;
  const doc = docOf([stored.snapshot?.state, ...stored.updates.map(({ update }) => update)]);
  const state = Y.encodeStateAsUpdate(doc);
  const reloaded = docOf([state]);
  try {
    const whole = doc.store.pendingStructs === null && reloaded.store.pendingStructs === null;
    if (!whole || !Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(reloaded))) {
      throw new Error(`The snapshot of ${document} does not read back as the document. It was not stored.`);
    }
    await store.compact(document, { seq: last.seq, state });
    return true;
  } finally {
    doc.destroy();
    reloaded.destroy();
  }
}

function docOf(states: readonly (Uint8Array | undefined)[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const state of states) if (state) Y.applyUpdate(doc, state);
  });
  return doc;
}
