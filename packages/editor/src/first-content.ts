import { Extension } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/**
 * Lets an editor begin with what the shared document holds. The binding draws it anyway, and then keeps the caret at the position
 * that it had in what was there before: in an empty document, the first one. Where the notes begin with a table that is
 * between its rows, a place in which nobody can type.
 */
export function firstContent(body: Y.XmlFragment): Extension {
  return Extension.create({
    name: 'firstContent',
    onBeforeCreate() {
      const { options, schema } = this.editor;
      if (body.length > 0) options.content = initProseMirrorDoc(body, schema).doc.toJSON();
    },
  });
}
