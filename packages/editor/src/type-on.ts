import type { ChainedCommands, Editor } from '@tiptap/core';

/**
 * Runs commands that put the caret somewhere, with the keyboard there at once. Tiptap's own `focus` comes a frame later:
 * where frames are slow the first letters would be lost, and whoever has gone on to a chip by then would be called back.
 */
export function typeOn(editor: Editor, commands: (chain: ChainedCommands) => ChainedCommands): void {
  // First, since only a selection that the page shows is scrolled to.
  editor.view.focus();
  commands(editor.chain()).run();
}
