import { encodeBlob, type Packed, pack } from './blob.ts';
import type { Operation, View } from './disk.ts';
import { type KeySpace, keyOf } from './keys.ts';
import { Damage, firstEntry, newestBase, snapshotSeqs } from './read-document.ts';
import { encodeRecordNames, type RecordNames } from './record-names.ts';

/** Forgetting this many entries makes holes in LevelDB's files that are worth rewriting them for. */
const WORTH_RECLAIMING = 2000;
/** Times what shall stay readable. */
const SPARE_ONE_AFTER = 3;

/**
 * Compaction, in an order that may be cut anywhere:
 *
 *  1. One durable batch puts the snapshot and the record names. Its key carries its number, so the snapshot is its
 *     own pointer: from this batch on it is the base of every load, before it the old one was, never neither.
 *  2. Both it and the one before are read back. Only if they are in order does anything get forgotten.
 *  3. Snapshots before the *older* of the two are forgotten, then their record names, then the log up to the older
 *     one, then snapshots between the two. In this order nothing that is still there leans on something gone, wherever
 *     it is cut; what a cut leaves behind is read by nobody, or whole, and the next compaction forgets it.
 *
 * So two ways to the same content stay on the disk: the new snapshot, and the older one with the log after it. The older
 * one lies so far back that the moments that shall stay readable are in that log. Where snapshots come closer to each
 * other than that, the older one stays and those between go; one of them is spared once the log has become three times
 * as long, so that it can be the older one in its turn.
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
  /** Where so much goes that its room should be reclaimed, once no view from before is open any more. */
  readonly reclaim: readonly KeySpace[];
}

/**
 * Step 2, and the plan for step 3.
 * @param keep how many entries before the newest snapshot shall stay readable.
 * @throws Damage when the snapshot that was just written cannot be read back.
 */
export async function planTrim(view: View, document: string, head: number, keep: number): Promise<Trim> {
  const newest = await newestBase(view, document, head, true);
  if (newest.skipped > 0) throw new Damage('the snapshot that was just written cannot be read back');
  const first = (await firstEntry(view, document)) ?? 0;
  const older = await olderBase(view, document, newest.seq, keep);
  if (older === 0 && (keep === 0 || first !== 1)) return { ranges: [], reclaim: [] };
  const snapshots = keep === 0 ? [] : await snapshotSeqs(view, document);
  const between = snapshots.filter((seq) => older < seq && seq < newest.seq);
  const dispensable = newest.seq - older < SPARE_ONE_AFTER * keep ? between : between.slice(1);
  return {
    ranges: [
      [keyOf('s', document, 0), keyOf('s', document, older)],
      [keyOf('n', document, 0), keyOf('n', document, older)],
      [keyOf('e', document, 0), keyOf('e', document, older + 1)],
      ...dispensable.flatMap((seq) => [only('s', document, seq), only('n', document, seq)]),
    ],
    reclaim: [
      ...(older - first >= WORTH_RECLAIMING ? (['e'] as const) : []),
      ...(dispensable.length > 0 ? (['s'] as const) : []),
    ],
  };
}

/** The newest snapshot that is in order and far enough back, else the oldest in order, else 0. */
async function olderBase(view: View, document: string, newest: number, keep: number): Promise<number> {
  const far = await newestBase(view, document, newest - Math.max(1, keep), true);
  if (far.seq > 0 || keep === 0 || (await firstEntry(view, document)) === 1) return far.seq;
  for (const seq of await snapshotSeqs(view, document)) {
    if (seq < newest && (await newestBase(view, document, seq, true)).seq === seq) return seq;
  }
  return 0;
}

function only(space: KeySpace, document: string, seq: number): readonly [from: string, to: string] {
  return [keyOf(space, document, seq), keyOf(space, document, seq + 1)];
}
