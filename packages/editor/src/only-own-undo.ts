import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Undo and redo are the shared document's, also from the browser's menu, by shaking a phone, and from the keyboard when
 * there is nothing left to undo. The browser's own knows letters and places that others have changed since, and would
 * write over them.
 */
export const OnlyOwnUndo = Extension.create({
  name: 'onlyOwnUndo',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput: (_, event) => {
              const { inputType } = event;
              if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false;
              event.preventDefault();
              if (inputType === 'historyUndo') editor.commands.undo();
              else editor.commands.redo();
              return true;
            },
          },
        },
      }),
    ];
  },
});
