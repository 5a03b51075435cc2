import type { Editor } from '@tiptap/core';
import type { EditorNotice } from '../api.ts';
import { staysInView } from '../row-views/kept-order.ts';
import { alone } from '../undo-step.ts';
import { entryOf } from './entries-on-page.ts';

export const ENTRY_ACTIONS = ['up', 'down', 'duplicate', 'delete'] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];

const NOUNS: Readonly<Record<string, string>> = {
  textBlock: 'Line',
  sectionHeading: 'Section heading',
  roadmapRow: 'Feature',
  upcomingItem: 'Upcoming item',
  constraint: 'Constraint',
  riskRow: 'Risk',
  decision: 'Decision',
  actionItem: 'Action item',
  openQuestion: 'Question',
};

/** What an entry is called in menus and notices: "Risk". */
export function nounOf(typeName: string): string {
  return NOUNS[typeName] ?? 'Block';
}

export function runEntryAction(
  editor: Editor,
  dom: HTMLElement,
  action: EntryAction,
  notify: (notice: EditorNotice) => void,
): void {
  const entry = entryOf(editor, dom);
  if (entry === null) return;
  const moves = action === 'up' || action === 'down';
  if (moves && !staysInView(editor.state, entry.pos, notify)) editor.commands.moveBlock(entry.pos, action);
  if (action === 'duplicate') editor.view.dispatch(editor.state.tr.insert(entry.pos + entry.node.nodeSize, entry.node));
  if (action === 'delete') {
    const undo = alone(editor.state, () => editor.commands.deleteBlock(entry.pos));
    notify({ text: `${nounOf(entry.node.type.name)} deleted`, undo });
  }
  editor.view.focus();
}
