import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over where somebody clicked as soon as the button is up.
 *
 * Browsers tell of a changed selection a task later. In a busy room another change of the page, somebody's caret or
 * key, often comes first; drawing it puts the selection back to where the editor last knew it, and the click is lost.
 */
export const SettledSelection = Extension.create({
  name: 'settledSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mouseup: (view) => {
            settle(view);
            return false;
          },
        },
      },
    }),
  ],
});

function settle(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
  if (!isIn(view, anchorNode) || !isIn(view, focusNode)) return;
  const { doc, selection, tr } = view.state;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0);
  const clicked = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!clicked.eq(selection)) view.dispatch(tr.setSelection(clicked).setMeta('pointer', true));
}

function isIn(view: EditorView, node: Node | null | undefined): node is Node {
  return node !== null && node !== undefined && node !== view.dom && view.dom.contains(node);
}
