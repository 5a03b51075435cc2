import type { ChainedCommands, Editor } from '@tiptap/core';

/**
 * Runs commands that put the caret somewhere, and goes there at once. Tiptap's own `focus` comes a frame later, and where
 * frames are slow the first letters would be lost.
 */
export function typeOn(editor: Editor, commands: (chain: ChainedCommands) => ChainedCommands): void {
  commands(editor.chain()).focus().run();
  editor.view.focus();
}
