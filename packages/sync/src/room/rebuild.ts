import type { LoggedUpdate, StoredDocument } from '@duet/storage';
import { decodeUpdate } from '../update/decode-update.ts';
import { CommittedDocument, type Step } from './committed-document.ts';
import type { Authored, Rescuer } from './rescuer.ts';

export const emptyDocument: StoredDocument = { snapshot: null, updates: [], head: 0 };

/**
 * Makes the document out of what is stored. A crash can lie between a commit and the hand-over of the text that its
 * merge removed, or that text was not taken, so the updates behind `rescuedThrough` are looked at again.
 * @throws when the log needs updates that it does not hold.
 */
export function rebuild(stored: StoredDocument, rescuedThrough: number, rescuer: Rescuer): CommittedDocument {
  const state = new CommittedDocument(stored);
  const done = stored.updates.filter(({ seq }) => seq <= rescuedThrough);
  const open = stored.updates.slice(done.length);
  rescuer.learn(done.map(decodeLogged));
  if (done.length > 0) {
    const applied: Step = { updates: done.map(({ update }) => update), inspect: null };
    state.apply([applied], done.at(-1)?.seq ?? state.seq);
  }
  if (open.length > 0) state.apply(rescuer.steps(open.map(decodeLogged), state.doc), open.at(-1)?.seq ?? state.seq);
  state.loaded();
  return state;
}

function decodeLogged({ update, actor }: LoggedUpdate): Authored {
  return { update, decoded: decodeUpdate(update), actor };
}
