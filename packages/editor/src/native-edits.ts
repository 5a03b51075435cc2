import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, type Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * What a browser must not do to the page by itself. It tells before it does (`beforeinput`), and here the editor does it.
 *
 * Within one text browsers write, and the editor reads what they wrote. A selection across cells or of a whole row they
 * take out of the page with all that is between the letters, the row's own elements too, and what is typed there
 * afterwards nobody sees. Keys never come to that, but dictation, an emoji picker, the corrections of a phone and an input
 * method do: they insert or delete without a key.
 *
 * And undo is the shared document's, also from the browser's menu or by shaking a phone. The browser's own knows letters and
 * places that others have changed since, and would write over them.
 */
export const NativeEdits = Extension.create({
  name: 'nativeEdits',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput: (view, event) => {
              if (!event.cancelable || !takesOver(editor, view, event)) return false;
              event.preventDefault();
              return true;
            },
            // An input method cannot be stopped, so it begins where it can write: in the text of a row that is selected whole.
            compositionstart: (view) => {
              const { selection } = view.state;
              if (!isInOneText(selection)) press(view, selection instanceof NodeSelection ? 'Enter' : 'Backspace');
              return false;
            },
          },
        },
      }),
    ];
  },
});

function takesOver(editor: Editor, view: EditorView, { inputType, data }: InputEvent): boolean {
  if (inputType === 'historyUndo') editor.commands.undo();
  else if (inputType === 'historyRedo') editor.commands.redo();
  else if (isInOneText(view.state.selection)) return false;
  else if (inputType.startsWith('delete')) press(view, 'Backspace');
  else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') press(view, 'Enter');
  else if (inputType.startsWith('insert')) insert(view, data ?? '');
  else return false;
  return true;
}

function isInOneText(selection: Selection): boolean {
  return selection instanceof TextSelection && selection.$from.sameParent(selection.$to);
}

/** As if the key had been pressed. */
function press(view: EditorView, key: 'Backspace' | 'Enter'): void {
  const event = new KeyboardEvent('keydown', { key });
  view.someProp('handleKeyDown', (handle) => handle(view, event));
}

/** As if it had been typed. */
function insert(view: EditorView, text: string): void {
  const { from, to } = view.state.selection;
  const type = () => view.state.tr.insertText(text).scrollIntoView();
  if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, type))) view.dispatch(type());
}
