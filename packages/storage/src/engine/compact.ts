import { encodeBlob, type Packed, pack } from './blob.ts';
import type { Operation, View } from './disk.ts';
import { keyOf } from './keys.ts';
import { Damage, firstEntry, newestBase, snapshotSeqs } from './read-document.ts';
import { encodeRecordNames, type RecordNames } from './record-names.ts';

/** Forgetting this many entries makes holes in LevelDB's files that are worth rewriting them for. */
const WORTH_RECLAIMING = 2000;

/**
 * Compaction, in an order that may be cut anywhere:
 *
 *  1. One durable batch puts the snapshot and the record names. Its key carries its number, so the snapshot is its
 *     own pointer: from this batch on it is the base of every load, before it the old one was, never neither.
 *  2. Both it and the one before are read back. Only if they are in order does anything get forgotten.
 *  3. Snapshots before the *older* of the two are forgotten, then their record names, then the log up to the older
 *     one. In this order nothing that is still there leans on something gone, wherever it is cut; what a cut
 *     leaves behind lies below every base: nobody reads it, and the next compaction forgets it.
 *
 * So two ways to the same content stay on the disk: the new snapshot, and the older one with the log after it.
 */

/**
 * What step 1 writes; nothing when there is a snapshot as new already. `names` may be newer than `seq`: the log
 * after `seq` is applied to them again, and setting a name twice to the same number changes nothing.
 */
export async function snapshotOperations(
  view: View,
  document: string,
  seq: number,
  state: Packed,
  names: RecordNames,
): Promise<readonly Operation[]> {
  const newest = (await snapshotSeqs(view, document)).at(-1) ?? 0;
  if (seq <= newest) return [];
  const stateKey = keyOf('s', document, seq);
  const namesKey = keyOf('n', document, seq);
  return [
    { type: 'put', key: stateKey, value: encodeBlob(stateKey, seq, state) },
    { type: 'put', key: namesKey, value: encodeBlob(namesKey, seq, await pack(encodeRecordNames(names))) },
  ];
}

/** What step 3 forgets, in this order. */
export interface Trim {
  readonly ranges: readonly (readonly [from: string, to: string])[];
  /** Whether it is so much that its room should be reclaimed, once no view from before is open any more. */
  readonly reclaim: boolean;
}

/** Step 2, and the plan for step 3. @throws Damage when the snapshot that was just written cannot be read back. */
export async function planTrim(view: View, document: string, head: number): Promise<Trim> {
  const newest = await newestBase(view, document, head, true);
  if (newest.skipped > 0) throw new Damage('the snapshot that was just written cannot be read back');
  const older = await newestBase(view, document, newest.seq - 1, true);
  if (older.seq === 0) return { ranges: [], reclaim: false };
  const first = (await firstEntry(view, document)) ?? 0;
  return {
    ranges: [
      [keyOf('s', document, 0), keyOf('s', document, older.seq)],
      [keyOf('n', document, 0), keyOf('n', document, older.seq)],
      [keyOf('e', document, 0), keyOf('e', document, older.seq + 1)],
    ],
    reclaim: older.seq - first >= WORTH_RECLAIMING,
  };
}
