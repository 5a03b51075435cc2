import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, Selection } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * The caret begins in the first text. When the binding draws the document for the first time, it puts the caret at the place
 * that it had in what was there before: in an empty document, the first one. Where the notes begin with a table that is
 * between its rows, a place in which nobody can type.
 *
 * It does not while it holds a selection to restore, so until then it holds one.
 */
export const FirstCaret = Extension.create({
  name: 'firstCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: (_, state) => restoring(state, {}),
        apply: () => {},
      },
      // With the drawing itself: a transaction of its own would go through all plugins again.
      appendTransaction: (transactions, before, state) => {
        const isFirst = transactions.some((tr) => tr.getMeta(ySyncPluginKey)?.binding !== undefined);
        return isFirst && before.doc.textContent === '' ? state.tr.setSelection(Selection.atStart(state.doc)) : null;
      },
      view: ({ state }) => {
        restoring(state, null);
        return {};
      },
    }),
  ],
});

function restoring(state: EditorState, selection: object | null): void {
  const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(state);
  Object.assign(binding, { beforeTransactionSelection: selection });
}
