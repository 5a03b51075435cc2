import type { StoredDocument } from '@duet/storage';
import type * as Y from 'yjs';
import { clocksOf, emptyState, encodeClocks, encodeIndexed, type IndexedState } from '../update/indexed-state.ts';
import { CommittedDocument, decodeState, type Step } from './committed-document.ts';
import type { Rescuer } from './rescuer.ts';
import type { RoomNotes, SnapshotIndex } from './room-notes.ts';
import { StoredLog } from './stored-log.ts';

export const emptyDocument: StoredDocument = { snapshot: null, updates: [], head: 0 };

/**
 * Makes the document out of what is stored. No Y.Doc of a large one is made before somebody needs it.
 *
 * A crash can lie between a commit and the hand-over of the text that its merge removed, or that text was not taken, so
 * the updates behind `rescuedThrough` are looked at again when they are applied.
 * @param kept the index of a snapshot, maybe of an older one.
 * @throws when the log needs updates that it does not hold.
 */
export function rebuild(
  stored: StoredDocument,
  kept: SnapshotIndex | null,
  { rescuedThrough }: RoomNotes,
  rescuer: Rescuer,
): CommittedDocument {
  const { snapshot, updates } = stored;
  const index = snapshot?.seq === kept?.seq ? kept?.index : undefined;
  if (updates.length === 0) return new CommittedDocument(stored, index && encodeClocks(clocksOf(index)));
  let base: IndexedState = emptyState;
  // Servers before the index was kept left snapshots without one.
  if (snapshot) base = index ? { state: snapshot.state, index } : encodeIndexed(decodeState(snapshot.state));
  const log = new StoredLog(base, updates);
  const steps = (doc: Y.Doc) => stepsOf(log, rescuedThrough, rescuer, doc);
  const state = new CommittedDocument(stored, undefined, { log, steps });
  // Kept until it is needed, a decoded log outlives the young garbage that it is for a short one.
  if (state.isSmall) state.catchUp();
  return state;
}

function* stepsOf({ updates }: StoredLog, rescuedThrough: number, rescuer: Rescuer, doc: Y.Doc): Generator<Step> {
  const done = updates.filter(({ seq }) => seq <= rescuedThrough);
  rescuer.learn(done);
  if (done.length > 0) yield { updates: done.map(({ update }) => update), inspect: null };
  yield* rescuer.steps(updates.slice(done.length), doc);
}
