import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { caretsKey } from './presence/carets.ts';

/**
 * Takes over where somebody put the caret before anything else can put it back.
 *
 * Browsers tell of a changed selection a task later. In a busy room, somebody else's key or caret often comes first.
 * Drawing that restores the selection which the editor last knew, and the click or arrow key is lost: with ten people
 * typing, about every second arrow key. So the page's selection is read:
 *  - when a mouse button goes up, and before a key (End and Enter pressed in one go) or an input method acts on it;
 *  - before a change of others is applied to the shared document, since the binding then remembers the selection;
 *  - when carets of others are about to be drawn.
 *
 * And the other way round: when the notes get the focus back, from a dialog or by Tab, browsers put the caret at their start, and
 * ProseMirror puts it right 20 ms later. A letter that comes before belongs where the caret was, so it is there at once.
 */
export function settledSelection(doc: Y.Doc): Extension {
  return Extension.create({
    name: 'settledSelection',
    addProseMirrorPlugins: () => {
      let page: EditorView | null = null;
      return [
        new Plugin({
          props: {
            handleDOMEvents: {
              mouseup: settle,
              keydown: settle,
              beforeinput: settle,
              compositionstart: settle,
              focus: putBack,
            },
          },
          appendTransaction: (transactions, _, state) => {
            const isCarets = transactions.some((tr) => tr.getMeta(caretsKey) !== undefined && !tr.docChanged);
            const selection = isCarets && page !== null ? selectionOnPage(page, state) : null;
            return selection === null ? null : state.tr.setSelection(selection);
          },
          view: (view) => {
            page = view;
            const beforeTransaction = ({ local }: Y.Transaction): void => {
              if (!local) settle(view);
            };
            doc.on('beforeTransaction', beforeTransaction);
            return {
              destroy: () => {
                page = null;
                doc.off('beforeTransaction', beforeTransaction);
              },
            };
          },
        }),
      ];
    },
  });
}

/** The event goes on to whatever else handles it. */
function settle(view: EditorView): false {
  settleSelection(view);
  return false;
}

/** Takes over what is selected on the page, where the editor does not know of it yet. */
export function settleSelection(view: EditorView): void {
  const selection = selectionOnPage(view, view.state);
  if (selection !== null) view.dispatch(view.state.tr.setSelection(selection));
}

/** A pointer puts the caret where it presses. */
function putBack(view: EditorView): false {
  if (view.editable && !view.dom.matches(':active')) view.focus();
  return false;
}

/** The text that is selected on the page, where the editor does not know of it yet; else null. */
function selectionOnPage(view: EditorView, { doc, selection }: EditorState): TextSelection | null {
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
  if (!isWithin(view, anchorNode) || !isWithin(view, focusNode)) return null;
  const anchor = doc.resolve(view.posAtDOM(anchorNode, anchorOffset ?? 0));
  const head = doc.resolve(view.posAtDOM(focusNode, focusOffset ?? 0));
  if (!anchor.parent.inlineContent || !head.parent.inlineContent) return null;
  const onPage = new TextSelection(anchor, head);
  return onPage.eq(selection) ? null : onPage;
}

function isWithin(view: EditorView, node: Node | null | undefined): node is Node {
  return node !== null && node !== undefined && node !== view.dom && view.dom.contains(node);
}
