import type { EditorState } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** Does something as a step of its own. @returns what takes just this step back, also after later ones. */
export function alone(state: EditorState, run: () => void): () => void {
  const undoManager: Y.UndoManager = yUndoPluginKey.getState(state).undoManager;
  undoManager.stopCapturing();
  run();
  undoManager.stopCapturing();
  const step = undoManager.undoStack.at(-1);
  return () => {
    const at = step === undefined ? -1 : undoManager.undoStack.indexOf(step);
    if (at === -1) return;
    undoManager.undoStack.push(...undoManager.undoStack.splice(at, 1));
    undoManager.undo();
  };
}
