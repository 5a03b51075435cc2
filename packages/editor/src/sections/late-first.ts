import { blocks, type Entry, type JsonNode } from '@duet/blocks';
import { type IsoDate, lateDays } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorNotice } from '../api.ts';
import { alone } from '../undo-step.ts';

/**
 * Late actions go to the head of their list when somebody asks for it, and by themselves in the next meeting.
 *
 * By themselves they never move here. The order is the shared one, so each browser that noticed the same late row would move
 * it, and a moved row is a new one to what somebody types into it at that moment. Nor is there an order for one reader alone, as
 * for the rows of a table (row-views): actions are blocks of the document, among others.
 */
export interface LateFirst {
  readonly today: () => IsoDate;
  readonly notify: (notice: EditorNotice) => void;
}

/** The late action that stands below one that isn't late, and the place that it would take; null when all are in order. */
export function lateBelow(
  rows: readonly Entry[],
  today: IsoDate,
): { readonly row: Entry; readonly place: Entry } | null {
  const place = rows.find(({ node }) => !isLate(node, today));
  const row = place && rows.slice(rows.indexOf(place)).find(({ node }) => isLate(node, today));
  return row ? { row, place } : null;
}

/** Brings the late actions of a list to its head, in the order that they have: one step for Undo. */
export function putLateFirst(editor: Editor, rows: () => readonly Entry[], { today, notify }: LateFirst): void {
  const undo = alone(editor.state, () => {
    for (let late = lateBelow(rows(), today()); late !== null; late = lateBelow(rows(), today())) {
      const index = editor.state.doc.resolve(late.place.pos).index();
      if (!editor.commands.moveBlock(late.row.pos, index)) return;
    }
  });
  notify({ text: 'What is late stands first', undo });
}

/** Asked of each action with every key: a node never changes, and is late or not for a whole day. */
const known = new WeakMap<Node, { readonly today: IsoDate; readonly late: boolean }>();

function isLate(node: Node, today: IsoDate): boolean {
  const before = known.get(node);
  if (before?.today === today) return before.late;
  const json: JsonNode = { type: node.type.name, attrs: node.attrs };
  const late =
    lateDays(
      blocks.actionItem.read(json, () => ''),
      today,
    ) > 0;
  known.set(node, { today, late });
  return late;
}
