import type { ChainedCommands, Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { scrollerOf, visiblePart } from './presence/page-place.ts';

/** Below the line that is typed on stand the rest of what was added, and what is offered for it. */
const ROOM_PX = 200;

/**
 * Runs commands that put the caret somewhere, with the keyboard there at once. Tiptap's own `focus` comes a frame later:
 * where frames are slow the first letters would be lost, and whoever has gone on to a chip by then would be called back.
 */
export function typeOn(editor: Editor, commands: (chain: ChainedCommands) => ChainedCommands): void {
  // First, since only a selection that the page shows is scrolled to.
  editor.view.focus();
  commands(editor.chain()).run();
  leaveRoom(editor.view);
}

/** The caret alone may be at the very edge of the page. */
function leaveRoom(view: EditorView): void {
  const { node } = view.domAtPos(view.state.selection.head);
  const line = (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
  if (line === undefined) return;
  const { top, bottom } = visiblePart(view.dom);
  const distance = Math.min(line.bottom + ROOM_PX - bottom, line.top - top);
  if (distance > 0) scrollerOf(view.dom).scrollBy({ top: distance, behavior: 'instant' });
}
