import { CELL_NAMES } from '@duet/blocks';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Undo of one's own edits that takes nothing from others (M29): undoing a block or row that one made spares it when
 * there is text in it by then, and spares it whole. Part of a row's cells would be a row that nobody can fill in again.
 * The text that one typed oneself is undone first and doesn't count.
 */
export function ownUndo(body: Y.XmlFragment): Y.UndoManager {
  const manager = new Y.UndoManager(body, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: ({ content }) => !(content instanceof Y.ContentType) || !holdsText(entryOf(content.type)),
  });
  manager.on('stack-item-popped', forgetCaret);
  return manager;
}

/**
 * The binding keeps the caret of before the edit with it. It takes that up only when it draws the next change, somebody
 * else's: the caret would jump, and where the document is shorter by then, the change would fail to be drawn at all.
 */
function forgetCaret({ stackItem }: { readonly stackItem: { readonly meta: Map<unknown, unknown> } }): void {
  stackItem.meta.clear();
}

type SharedType = Y.AbstractType<unknown>;

/** The block or row that a text or cell belongs to; everything else is its own. */
function entryOf(type: SharedType): SharedType {
  const isPart = type instanceof Y.XmlText || (type instanceof Y.XmlElement && CELL_NAMES.has(type.nodeName));
  return isPart && type.parent !== null ? entryOf(type.parent) : type;
}

function holdsText(type: SharedType | Y.XmlElement | Y.XmlText | Y.XmlHook): boolean {
  if (type instanceof Y.XmlText) return type.length > 0;
  return type instanceof Y.XmlFragment && type.toArray().some((child) => holdsText(child));
}
