import { type Entry, entriesOf, type JsonNode, startedRowOf } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { addEntry } from './insert-entry.ts';
import { scrollCalmlyTo } from './presence/calm-scroll.ts';

/** Whether an upcoming item has become a row of the roadmap. */
export function hasStarted(doc: Node, { node }: Entry): boolean {
  return entriesOf(doc).some((one) => one.node.type.name === 'roadmapRow' && one.node.attrs.origin === node.attrs.id);
}

/**
 * [M8] Makes an upcoming item a row of the roadmap, at `at` or at the end of its table. One that is not cleared stays
 * where it is, and its gate opens: there a facilitator may say why it starts all the same.
 */
export function startWork(editor: Editor, item: Entry, today: IsoDate, at?: number): void {
  if (hasStarted(editor.state.doc, item)) return;
  const row = startedRowOf(item.node.toJSON() as JsonNode, today);
  if (row !== null) addEntry(editor, row, at);
  else openGate(editor, item);
}

/** As a press on the item's own button, which knows who may say what. */
function openGate({ view }: Editor, { pos }: Entry): void {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  scrollCalmlyTo(dom);
  dom.querySelector<HTMLElement>('.gate__start')?.click();
}
