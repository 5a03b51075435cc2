import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** A person at the keyboard, for tests: the keys and letters reach the editor as in a browser. */

/** Presses keys such as `Mod-Shift-7`, one after the other. @returns whether the editor took the last one. */
export function press({ view }: Editor, ...combinations: readonly string[]): boolean {
  let taken = false;
  for (const combination of combinations) {
    const parts = combination.split('-');
    const event = new KeyboardEvent('keydown', {
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Mod'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    });
    taken = view.someProp('handleKeyDown', (handle) => handle(view, event) === true) ?? false;
  }
  return taken;
}

/** Types letters at the caret; input rules apply. */
export function type({ view }: Editor, text: string): void {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert());
  }
}

/** Puts the caret into the first text that contains `text`: before it, after it, or selects it. */
export function caretAt(editor: Editor, text: string, where: 'start' | 'end' | 'all' = 'end'): void {
  let found: number | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (found === null && node.isTextblock && node.textContent.includes(text)) {
      found = pos + 1 + node.textContent.indexOf(text);
    }
    return found === null;
  });
  if (found === null) throw new Error(`no text ${JSON.stringify(text)} in the editor`);
  const [from, to] = [found, found + text.length];
  const { doc, tr } = editor.state;
  const anchor = where === 'end' ? to : from;
  const head = where === 'start' ? from : to;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, head)));
}
