import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * What others type never scrolls this page. The binding asks for it with each of their keys, and measuring for that
 * alone costs a layout; browsers keep what is read in place by themselves. One's own undo still shows what it did.
 */
export const CalmPage = Extension.create({
  name: 'calmPage',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleScrollToSelection: ({ state }) => {
          const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(state);
          return isChangeOrigin && !isUndoRedoOperation;
        },
      },
    }),
  ],
});
