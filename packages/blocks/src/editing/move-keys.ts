import { Extension } from '@tiptap/core';
import { ENTRY_KEYS } from './entry-keys.ts';
import { selectedEntry } from './places.ts';

/** Move the row or block with the caret among its siblings. */
export const MoveKeys = Extension.create({
  name: 'moveKeys',

  addKeyboardShortcuts() {
    const move = (to: 'up' | 'down') => () => {
      const entry = selectedEntry(this.editor.state.selection);
      return entry !== null && this.editor.commands.moveBlock(entry.pos, to);
    };
    return { [ENTRY_KEYS.moveUp]: move('up'), [ENTRY_KEYS.moveDown]: move('down') };
  },
});
