import { ENTRY_KEYS, isRow, selectedEntry } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorNotice } from '../api.ts';
import { isArranged } from './row-views.ts';

type Notify = (notice: EditorNotice) => void;

/**
 * Rows move in the order of the room. Whoever looks at another one could not see where, so the row stays and they are told.
 * @returns whether it stays.
 */
export function staysInView(state: EditorState, pos: number, notify: Notify): boolean {
  const row = state.doc.nodeAt(pos);
  if (row === null || !isRow(row) || !isArranged(state, pos)) return false;
  notify({ text: 'These rows are sorted for you alone. Show them in the room’s order to move one.', failed: true });
  return true;
}

/** The same for the keys that move a row. */
export function keptOrder(notify: Notify): Extension {
  return Extension.create({
    name: 'keptOrder',
    addKeyboardShortcuts() {
      const { editor } = this;
      const stays = () => {
        const entry = selectedEntry(editor.state.selection);
        return entry !== null && staysInView(editor.state, entry.pos, notify);
      };
      return { [ENTRY_KEYS.moveUp]: stays, [ENTRY_KEYS.moveDown]: stays };
    },
  });
}
