import * as Y from 'yjs';
import { contradicts } from '../update/contradiction.ts';
import type { IndexedState } from '../update/indexed-state.ts';
import { type CommittedDocument, decodeState } from './committed-document.ts';

const KiB = 1024;

/** So many entries back every moment can be read, whenever compaction comes (G9). */
export const HISTORY_ENTRIES = 2500;

/**
 * Compacting costs as much as the document is large, so the log may grow with it. What has grown is what the first one
 * to open the document after a crash waits for, and what lies on the disk between the two generations. So it may grow
 * less where nobody has to wait for the compaction.
 */
const rules = {
  growing: { updates: HISTORY_ENTRIES, bytes: 512 * KiB, stateBytesPerUpdate: 128, stateShare: 1 / 4 },
  pausing: { updates: 250, bytes: 32 * KiB, stateBytesPerUpdate: 1024, stateShare: 1 / 8 },
  unloading: { updates: 100, bytes: 16 * KiB, stateBytesPerUpdate: 2048, stateShare: 1 / 16 },
};

export type CompactionTime = keyof typeof rules;

export function compactionDue(state: CommittedDocument, when: CompactionTime): boolean {
  const rule = rules[when];
  const { updatesSinceSnapshot, bytesSinceSnapshot, snapshotBytes } = state;
  return (
    updatesSinceSnapshot >= Math.max(rule.updates, snapshotBytes / rule.stateBytesPerUpdate) ||
    bytesSinceSnapshot >= Math.max(rule.bytes, snapshotBytes * rule.stateShare)
  );
}

/**
 * The state as it is now, loaded again and found equal (G8), to take the place of the log.
 * @throws when it is not equal; the log then has to stay.
 */
export function takeSnapshot(state: CommittedDocument): IndexedState & { readonly seq: number } {
  const { state: encoded, index } = state.encodeIndexed();
  // Counted from here on even when it fails, or a document that cannot be compacted would be tried without end.
  state.compacted(encoded.byteLength);
  proveEqual(encoded, state.doc);
  return { seq: state.seq, state: encoded, index };
}

/** Every struct and every deletion of `doc` is in `encoded`, with the same content, and nothing else is. */
function proveEqual(encoded: Uint8Array, doc: Y.Doc): void {
  const reloaded = decodeState(encoded);
  if (!Y.equalSnapshots(Y.snapshot(reloaded), Y.snapshot(doc)) || !sameContent(reloaded.store, doc.store)) {
    throw new Error('the snapshot does not read back as the document it was made from');
  }
}

/** Given equal clocks and deletes: walks both side by side, since each may have cut its structs differently. */
function sameContent(a: Y.Doc['store'], b: Y.Doc['store']): boolean {
  for (const [client, structs] of a.clients) {
    const others = b.clients.get(client) ?? [];
    for (let i = 0, j = 0; i < structs.length && j < others.length; ) {
      const [one, other] = [structs[i], others[j]];
      if (!one || !other || contradicts(one, other)) return false;
      const [end, otherEnd] = [one.id.clock + one.length, other.id.clock + other.length];
      if (end <= otherEnd) i++;
      if (otherEnd <= end) j++;
    }
  }
  return true;
}
