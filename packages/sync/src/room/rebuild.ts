import type { LoggedUpdate, StoredDocument } from '@duet/storage';
import { decodeUpdate } from '../update/decode-update.ts';
import { CommittedDocument, isWhole } from './committed-document.ts';
import type { Authored, Rescuer } from './rescuer.ts';

export const emptyDocument: StoredDocument = { snapshot: null, updates: [], head: 0 };

/**
 * Makes the document out of what is stored. A crash can lie between a commit and the hand-over of the text that its
 * merge removed, so the updates behind `rescuedThrough` are looked at again.
 * @throws when the log needs updates that it does not hold.
 */
export function rebuild(stored: StoredDocument, rescuedThrough: number, rescuer: Rescuer): CommittedDocument {
  const state = new CommittedDocument(stored);
  const done = stored.updates.filter(({ seq }) => seq <= rescuedThrough);
  const open = stored.updates.slice(done.length);
  rescuer.learn(done.map(decodeLogged));
  state.replay(done, null);
  rescuer.expect(open.map(decodeLogged));
  state.replay(open, rescuer.inspect);
  if (!isWhole(state.doc)) throw new Error('the stored document refers to updates that are not in its log');
  return state;
}

function decodeLogged({ update, actor }: LoggedUpdate): Authored {
  return { decoded: decodeUpdate(update), actor };
}
