import { editingExtensions } from '@duet/blocks';
import { bodyOf } from '@duet/document';
import type { AnyExtension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { FirstCaret } from './first-caret.ts';
import { NativeEdits } from './native-edits.ts';
import { ownUndo } from './own-undo.ts';
import { RemoteChanges } from './remote-changes.ts';
import { rowsSeen } from './row-views/row-views.ts';
import { TextAnchors } from './text-anchors.ts';

/** Everything that makes an editor of the schema write into a shared document: binding, undo, keys and commands. */
export function sharedEditing(doc: Y.Doc): AnyExtension[] {
  const body = bodyOf(doc);
  return [
    Collaboration.configure({ fragment: body, yUndoOptions: { undoManager: ownUndo(body) } }),
    NativeEdits,
    FirstCaret,
    TextAnchors,
    RemoteChanges,
    ...editingExtensions({ together: (steps) => doc.transact(steps, ySyncPluginKey), rowsSeen }),
  ];
}
