import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { proseAfter, replaceByProse } from '../editing/edits.ts';
import { type Entry, endOf } from '../editing/places.ts';
import { sectionHeading } from './model.ts';

/** A section heading is never split or joined: its section hangs on it. */
export const SectionHeadingKeys = Extension.create({
  name: 'sectionHeadingKeys',

  addKeyboardShortcuts() {
    const inHeading = (act: (tr: Transaction, heading: Entry) => boolean) => () =>
      this.editor.commands.command(({ tr }) => {
        const { $from, $to } = tr.selection;
        if ($from.parent.type.name !== sectionHeading.name || !$from.sameParent($to)) return false;
        return act(tr, { node: $from.parent, pos: $from.before() });
      });
    return {
      Enter: inHeading((tr, heading) => {
        proseAfter(tr, endOf(heading));
        return true;
      }),
      Backspace: inHeading((tr, heading) => {
        const { empty, $from } = tr.selection;
        if (!empty || $from.parentOffset > 0) return false;
        if (heading.node.content.size === 0) replaceByProse(tr, heading);
        return true;
      }),
      Delete: inHeading((tr) => {
        const { empty, $from } = tr.selection;
        return empty && $from.parentOffset === $from.parent.content.size;
      }),
    };
  },
});
