import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

export const SELECT_KEYS = 'Mod-a';

/**
 * Selects the text or cell with the caret; once more, everything. What is everything here is the words of the whole room,
 * and the next key would write over them.
 */
export const SelectText = Extension.create({
  name: 'selectText',
  addKeyboardShortcuts() {
    return {
      [SELECT_KEYS]: () =>
        this.editor.commands.command(({ tr }) => {
          const { $from, $to } = tr.selection;
          const isAll = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size;
          if (!$from.parent.isTextblock || !$from.sameParent($to) || isAll) return false;
          tr.setSelection(TextSelection.create(tr.doc, $from.start(), $from.end()));
          return true;
        }),
    };
  },
});
