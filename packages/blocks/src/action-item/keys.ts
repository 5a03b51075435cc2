import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { readAttributes } from '../attributes.ts';
import { freshNode, replaceByProse } from '../editing/edits.ts';
import { ENTRY_KEYS } from '../editing/entry-keys.ts';
import type { Entry } from '../editing/places.ts';
import { actionItem, attributes } from './model.ts';

/** Enter makes the next action, and leaves the list from an empty one. */
export const ActionItemKeys = Extension.create({
  name: 'actionItemKeys',

  addKeyboardShortcuts() {
    const inAction = (act: (tr: Transaction, item: Entry) => boolean) => () =>
      this.editor.commands.command(({ tr }) => {
        const { $from, $to } = tr.selection;
        if ($from.parent.type.name !== actionItem.name || !$from.sameParent($to)) return false;
        return act(tr, { node: $from.parent, pos: $from.before() });
      });
    return {
      Enter: inAction(enter),
      Backspace: () => this.editor.commands.undoInputRule() || inAction(backspace)(),
      [ENTRY_KEYS.toggleDone]: inAction((tr, { node, pos }) => {
        const isDone = readAttributes(attributes, node.attrs).status === 'done';
        tr.setNodeAttribute(pos, 'status', attributes.status.write(isDone ? 'open' : 'done'));
        return true;
      }),
    };
  },
});

function enter(tr: Transaction, item: Entry): boolean {
  if (item.node.content.size === 0) {
    replaceByProse(tr, item);
    return true;
  }
  tr.deleteSelection();
  const { $from } = tr.selection;
  const { type, attrs } = freshNode(tr.doc.type.schema, actionItem.fresh());
  // At the start the new one goes above: the text stays with its owner and date.
  if ($from.parentOffset === 0) tr.insert($from.before(), type.create(attrs));
  else tr.split($from.pos, 1, [{ type, attrs }]);
  tr.scrollIntoView();
  return true;
}

/** At its start an action stays one (it has an owner and a date), unless it's empty. */
function backspace(tr: Transaction, item: Entry): boolean {
  const { empty, $from } = tr.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (item.node.content.size === 0) replaceByProse(tr, item);
  return true;
}
