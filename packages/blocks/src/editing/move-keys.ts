import { Extension } from '@tiptap/core';
import { selectedEntry } from './places.ts';

/** Mod-Shift-Up and -Down move the row or block with the caret. */
export const MoveKeys = Extension.create({
  name: 'moveKeys',

  addKeyboardShortcuts() {
    const move = (to: 'up' | 'down') => () => {
      const entry = selectedEntry(this.editor.state.selection);
      return entry !== null && this.editor.commands.moveBlock(entry.pos, to);
    };
    return { 'Mod-Shift-ArrowUp': move('up'), 'Mod-Shift-ArrowDown': move('down') };
  },
});
