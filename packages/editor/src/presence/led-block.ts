import { voiceClass } from '@duet/blocks/views';
import { initialsOf } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { type Leader, leaderIn } from './leader.ts';

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

function mark({ doc }: EditorState, { caret, name, leads }: Leader): DecorationSet | null {
  const $caret = doc.resolve(caret);
  if ($caret.depth === 0) return null;
  const led = { class: `led led--${voiceClass(leads)}`, 'data-led': initialsOf(name) };
  return DecorationSet.create(doc, [Decoration.node($caret.before(1), $caret.after(1), led)]);
}
