import { Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Every element that holds text has its one Y.XmlText from the moment it exists.
 *
 * The binding makes an empty textblock as a bare element and its Y.XmlText only with the first character. When two
 * people type that first character at the same time there are two of them, side by side. The binding then copies the
 * one into the other and deletes it, and what was typed into the deleted one meanwhile is gone, or is there twice.
 * With the text made together with the element, first characters meet in one text like all others.
 *
 * It has to be the same transaction as the element, for two reasons. No update may exist, not even for a moment on the
 * way, that shows others the bare element. And undoing the element has to take the empty text along: an undo that
 * spares what has content would otherwise spare every new block for the sake of its anchor.
 *
 * The binding offers no hook inside its transaction, so its one writing method is wrapped, on this instance only.
 */
export const TextAnchors = Extension.create({
  name: 'textAnchors',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: (view) => {
          const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
          const write = binding._prosemirrorChanged;
          binding._prosemirrorChanged = (doc) =>
            binding.doc.transact((transaction) => {
              write.call(binding, doc);
              anchorTexts(transaction, view.state.schema);
            }, ySyncPluginKey);
          return {
            destroy: () => {
              binding._prosemirrorChanged = write;
            },
          };
        },
      }),
    ];
  },
});

/** Gives an empty text to each textblock that this transaction made, or left, without one. */
function anchorTexts(transaction: Y.Transaction, schema: Schema): void {
  for (const type of [...transaction.changed.keys(), ...typesMadeIn(transaction)]) {
    if (type instanceof Y.XmlElement && type.length === 0 && schema.nodes[type.nodeName]?.inlineContent) {
      type.insert(0, [new Y.XmlText()]);
    }
  }
}

/** Yjs lists what a transaction changed, but of what it made only the outermost parents: the rest is read off the log. */
function typesMadeIn({ doc, beforeState }: Y.Transaction): readonly Y.AbstractType<unknown>[] {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  const before = beforeState.get(doc.clientID) ?? 0;
  if (structs.length === 0 || before === Y.getState(doc.store, doc.clientID)) return [];
  return structs
    .slice(Y.findIndexSS(structs, before))
    .flatMap((struct) =>
      struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType
        ? [struct.content.type]
        : [],
    );
}
