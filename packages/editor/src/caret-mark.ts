import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Marks the block and the text with the caret by a class, for the placeholder of an empty line. */
export const CaretMark = Extension.create({
  name: 'caretMark',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $from, empty } }) => {
          if (!empty || $from.depth === 0) return null;
          const marks = Array.from({ length: $from.depth }, (_, index) =>
            Decoration.node($from.before(index + 1), $from.after(index + 1), { class: 'has-caret' }),
          );
          return DecorationSet.create(doc, marks);
        },
      },
    }),
  ],
});
