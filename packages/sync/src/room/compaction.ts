import * as Y from 'yjs';
import { decodeUpdate } from '../update/decode-update.ts';
import { Draft } from '../update/draft.ts';
import { type CommittedDocument, isWhole } from './committed-document.ts';

const KiB = 1024;

/**
 * Compacting costs as much as the document is large, so the log may grow with it. Loading stays fast either way: the
 * updates of a log are applied in one transaction.
 */
const rules = {
  growing: { updates: 5000, bytes: 512 * KiB, stateBytesPerUpdate: 64, stateShare: 1 / 4 },
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
export function takeSnapshot(state: CommittedDocument): { readonly seq: number; readonly state: Uint8Array } {
  const encoded = state.encode();
  // Counted from here on even when it fails, or a document that cannot be compacted would be tried without end.
  state.compacted(encoded.byteLength);
  proveEqual(encoded, state.doc);
  return { seq: state.seq, state: encoded };
}

/** Every struct and every deletion of `doc` is in `encoded`, with the same content, and nothing else is. */
function proveEqual(encoded: Uint8Array, doc: Y.Doc): void {
  const reloaded = new Y.Doc();
  try {
    Y.applyUpdate(reloaded, encoded);
    const complete = isWhole(reloaded) && Y.equalSnapshots(Y.snapshot(reloaded), Y.snapshot(doc));
    // With equal clocks and deletes, `known` means that no struct of the one contradicts the other.
    const again = decodeUpdate(Y.encodeStateAsUpdate(reloaded));
    if (!complete || new Draft({ doc }, Number.POSITIVE_INFINITY).look(again).kind !== 'known') {
      throw new Error('the snapshot does not read back as the document it was made from');
    }
  } finally {
    reloaded.destroy();
  }
}
