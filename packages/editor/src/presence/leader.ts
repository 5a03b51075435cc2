import { leadsFor, type Voice } from '@duet/domain';
import type { EditorState } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

export interface Leader {
  readonly name: string;
  readonly leads: Voice | null;
  /** Their place in this editor's document. */
  readonly caret: number;
}

/** The person whom this one follows (`following` in the own awareness state), while their caret is in the notes. */
export function leaderIn(awareness: Awareness, state: EditorState): Leader | null {
  const following: unknown = awareness.getLocalState()?.following;
  if (typeof following !== 'string') return null;
  for (const [client, { user, cursor }] of awareness.getStates()) {
    if (client === awareness.clientID || user?.id !== following) continue;
    const caret = caretIn(state, cursor);
    if (caret === null) continue;
    return { name: typeof user.name === 'string' ? user.name : '', leads: leadsFor(user), caret };
  }
  return null;
}

function caretIn(state: EditorState, cursor: unknown): number | null {
  const head = (cursor as { head?: unknown } | null | undefined)?.head;
  const { doc, type, binding } = ySyncPluginKey.getState(state);
  if (typeof head !== 'object' || head === null) return null;
  const caret = relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(head), binding.mapping);
  return caret === null ? null : Math.min(Math.max(caret, 0), state.doc.content.size);
}
