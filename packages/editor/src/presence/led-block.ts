import { voiceClass } from '@duet/blocks/views';
import { initialsOf, leadsFor, type Voice } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

interface Leader {
  readonly name: string;
  readonly leads: Voice | null;
  readonly caret: number;
}

/**
 * The block with the caret of the person whom this one follows (`following` in the own awareness state) wears the
 * colour of that person's side, their initials beside it.
 */
export function ledBlock(awareness: Awareness): Extension {
  return Extension.create({
    name: 'ledBlock',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: (state) => {
            const leader = leaderIn(awareness, state);
            return leader === null ? null : mark(state, leader);
          },
        },
      }),
    ],
  });
}

function leaderIn(awareness: Awareness, state: EditorState): Leader | null {
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
  return relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(head), binding.mapping);
}

function mark({ doc }: EditorState, { caret, name, leads }: Leader): DecorationSet | null {
  const $caret = doc.resolve(Math.min(Math.max(caret, 0), doc.content.size));
  if ($caret.depth === 0) return null;
  const led = { class: `led led--${voiceClass(leads)}`, 'data-led': initialsOf(name) };
  return DecorationSet.create(doc, [Decoration.node($caret.before(1), $caret.after(1), led)]);
}
