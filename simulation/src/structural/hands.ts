import { caretAt, press, type } from '@duet/blocks/testing';
import type { Editor } from '@tiptap/core';
import type { Hands } from './pair.ts';

/** Runs something that a person does at their editor. */
export type Act = (deed: (editor: Editor) => void) => void;

/** What is the same at every editor: caret, letters, keys, undo. */
export function commonHands(act: Act): Pick<Hands, 'caretAt' | 'type' | 'press' | 'undo'> {
  return {
    caretAt: (text, offset = text.length) =>
      act((editor) => {
        caretAt(editor, text, 'start');
        editor.commands.setTextSelection(editor.state.selection.from + offset);
      }),
    type: (letters) => act((editor) => type(editor, letters)),
    press: (keys) => act((editor) => void press(editor, keys)),
    undo: () => act((editor) => void editor.commands.undo()),
  };
}
