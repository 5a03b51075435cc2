import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { caretNear, removeEntry } from './edits.ts';
import { endOf, entriesOf } from './places.ts';

/**
 * Deleting (or typing over) a selection that begins or ends inside something closed (a cell, a section heading): blocks and rows that are
 * selected from end to end go, in the others the selected text goes and the cells stay. The editor's own deletion
 * would join the two ends, which throws the cells in between together.
 */
export const DeleteAcross = Extension.create({
  name: 'deleteAcross',

  addKeyboardShortcuts() {
    const run = () => this.editor.commands.command(({ tr }) => deleteAcross(tr));
    return { Backspace: run, Delete: run, Enter: run };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => {
            const { tr } = view.state;
            if (!deleteAcross(tr)) return false;
            view.dispatch(tr.insertText(text));
            return true;
          },
        },
      }),
    ];
  },
});

function deleteAcross(tr: Transaction): boolean {
  const { $from, $to, from, to } = tr.selection;
  const isClosed = ($pos: typeof $from): boolean => $pos.parent.type.spec.isolating === true;
  if ($from.sameParent($to) || !(isClosed($from) || isClosed($to))) return false;

  const whole = entriesOf(tr.doc).filter((entry) => from <= entry.pos && endOf(entry) <= to);
  const isGone = (pos: number): boolean => whole.some((entry) => entry.pos <= pos && pos < endOf(entry));
  const texts: (readonly [number, number])[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock && !isGone(pos))
      texts.push([Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)]);
    return !node.isTextblock;
  });
  for (const [start, end] of texts) if (start < end) tr.delete(tr.mapping.map(start), tr.mapping.map(end));
  for (const { pos, node } of whole) {
    const { deleted, pos: now } = tr.mapping.mapResult(pos);
    if (!deleted) removeEntry(tr, { pos: now, node });
  }
  caretNear(tr, tr.mapping.map(from, -1));
  return true;
}
