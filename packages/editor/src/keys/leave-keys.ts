import { entriesOf, selectedEntry } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import { type EditorState, NodeSelection, Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export const LEAVE_KEYS = 'Escape';

/**
 * The way out of the notes for who has no mouse, since Tab belongs to the cells: from the text to its row or block,
 * selected as a whole, and from there to the page around the editor. Enter and Tab go back into the text.
 */
export const LeaveKeys = Extension.create({
  name: 'leaveKeys',
  addKeyboardShortcuts() {
    const { editor } = this;
    const enter = () => isSelectedWhole(editor.state) && enterSelected(editor.view);
    const remove = () => isSelectedWhole(editor.state) && editor.commands.deleteBlock(editor.state.selection.from);
    return {
      [LEAVE_KEYS]: () => (isSelectedWhole(editor.state) ? leaveNotes(editor.view) : selectWhole(editor.view)),
      Enter: enter,
      Tab: enter,
      Backspace: remove,
      Delete: remove,
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // A letter or a paste would take the place of all that is selected.
        handleTextInput: ({ state }) => isSelectedWhole(state),
        handlePaste: (view) => {
          if (isSelectedWhole(view.state)) enterSelected(view);
          return false;
        },
      },
    }),
  ],
});

/** Selects the row or block with the caret, or that `pos` is in. @returns whether there is one. */
export function selectWhole(view: EditorView, pos?: number): boolean {
  const { state } = view;
  const selection = pos === undefined ? state.selection : Selection.near(state.doc.resolve(pos));
  const entry = selectedEntry(selection);
  if (entry === null) return false;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, entry.pos)));
  view.focus();
  return true;
}

function isSelectedWhole({ doc, selection }: EditorState): boolean {
  return selection instanceof NodeSelection && entriesOf(doc).some(({ pos }) => pos === selection.from);
}

/** The caret at the end of the first text of what is selected. */
function enterSelected(view: EditorView): boolean {
  const { doc, selection, tr } = view.state;
  const start = Selection.near(doc.resolve(selection.from + 1)).$from;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(start.end()), -1)).scrollIntoView());
  return true;
}

function leaveNotes(view: EditorView): boolean {
  const around = view.dom.parentElement?.closest<HTMLElement>('[tabindex]');
  if (around) around.focus({ preventScroll: true });
  else view.dom.blur();
  return true;
}
