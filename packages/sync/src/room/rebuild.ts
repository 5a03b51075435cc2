import type { LoggedUpdate, StoredDocument } from '@duet/storage';
import { decodeUpdate } from '../update/decode-update.ts';
import { CommittedDocument, type Step } from './committed-document.ts';
import type { Authored, Rescuer } from './rescuer.ts';

export const emptyDocument: StoredDocument = { snapshot: null, updates: [], head: 0 };

/**
 * Makes the document out of what is stored. A crash can lie between a commit and the hand-over of the text that its
 * merge removed. A turn begins after what the one before it lost was handed over, so only the updates of the last
 * commit are looked at again, and not when they lie before `rescuedThrough`.
 * @throws when the log needs updates that it does not hold.
 */
export function rebuild(stored: StoredDocument, rescuedThrough: number, rescuer: Rescuer): CommittedDocument {
  const state = new CommittedDocument(stored);
  const begin = startOfLastCommit(stored.updates);
  const done = stored.updates.filter(({ seq }, index) => index < begin || seq <= rescuedThrough);
  const open = stored.updates.slice(done.length);
  rescuer.learn(done.map(decodeLogged));
  if (done.length > 0) {
    const applied: Step = { updates: done.map(({ update }) => update), inspect: null };
    state.apply([applied], done.at(-1)?.seq ?? state.seq);
  }
  if (open.length > 0) state.apply(rescuer.steps(open.map(decodeLogged), state.doc), open.at(-1)?.seq ?? state.seq);
  return state;
}

/** The updates of one commit carry one time; those of several may. */
function startOfLastCommit(updates: readonly LoggedUpdate[]): number {
  const at = updates.at(-1)?.at;
  return updates.findLastIndex((update) => update.at !== at) + 1;
}

function decodeLogged({ update, actor }: LoggedUpdate): Authored {
  return { update, decoded: decodeUpdate(update), actor };
}
