import { type Entry, rows as rowDefinitions } from '@duet/blocks';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Together } from './insert-pasted.ts';

/**
 * Rows into a table, from one of its rows on. Each fills the next row where everything that it says is still unsaid
 * there; otherwise it comes in as a row of its own, so that nothing anybody wrote is overwritten.
 *
 * Two transactions, as the binding to the shared document compares what was with what is: rows filled and rows added at
 * once could make it take the one for the other, and what others type into a row would end up in another.
 */
export function fillRows(view: EditorView, start: Entry, added: readonly Node[], together: Together): void {
  const $start = view.state.doc.resolve(start.pos);
  const table = $start.parent;
  const first = $start.start();
  const fills: Placed[] = [];
  const inserts: Placed[] = [];
  let last = 0;
  let index = $start.index();
  const [head] = added;
  if (head !== undefined && !isFree(start.node, head)) index++;
  for (const row of added) {
    const here = table.maybeChild(index);
    last = index + inserts.length;
    if (here !== null && isFree(here, row)) fills.push({ index: index++, row });
    else inserts.push({ index, row });
  }
  together(() => {
    if (fills.length > 0) fill(view, first, fills);
    if (inserts.length > 0) insert(view, first, inserts);
    // The caret behind the last row's first text.
    const { doc, tr } = view.state;
    const rows = doc.resolve(first).parent;
    const caret = startOfRow(rows, first, last) + (rows.child(last).firstChild?.nodeSize ?? 0);
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(caret), -1)).scrollIntoView());
  });
}

function startOfRow(table: Node, first: number, index: number): number {
  return table.children.slice(0, index).reduce((pos, row) => pos + row.nodeSize, first);
}

/** A row to come, and the index of the one that it fills or stands before. */
interface Placed {
  readonly index: number;
  readonly row: Node;
}

/** Whether everything that `row` says is unsaid in a row that is there. */
function isFree(there: Node, row: Node): boolean {
  const blank = blankOf(row);
  return (
    saidAttributes(row, blank).every(([name]) => isUnsaid(there.attrs[name], blank[name])) &&
    row.children.every((cell) => cell.textContent === '' || textIn(there, cell.type.name).trim() === '')
  );
}

function isUnsaid(value: unknown, blank: unknown): boolean {
  return value === null || value === undefined || value === blank;
}

function saidAttributes(row: Node, blank: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(row.attrs).filter(([name, value]) => name !== 'id' && !isUnsaid(value, blank[name]));
}

function blankOf(row: Node): Readonly<Record<string, unknown>> {
  return rowDefinitions.find(({ name }) => name === row.type.name)?.fresh().attrs ?? {};
}

function textIn(row: Node, cell: string): string {
  return row.children.flatMap(({ type, textContent }) => (type.name === cell ? [textContent] : [])).join('');
}

function fill(view: EditorView, first: number, fills: readonly Placed[]): void {
  const { doc, tr } = view.state;
  const table = doc.resolve(first).parent;
  for (const { index, row } of fills) {
    const pos = startOfRow(table, first, index);
    const there = table.child(index);
    for (const [name, value] of saidAttributes(row, blankOf(row)))
      tr.setNodeAttribute(tr.mapping.map(pos), name, value);
    for (const cell of row.children) {
      if (cell.content.size === 0) continue;
      let at = pos + 1;
      const found = there.children.find((child) => {
        if (child.type === cell.type) return true;
        at += child.nodeSize;
        return false;
      });
      if (found) tr.insert(tr.mapping.map(at + 1), cell.content);
      else tr.insert(tr.mapping.map(at), cell);
    }
  }
  view.dispatch(tr);
}

function insert(view: EditorView, first: number, inserts: readonly Placed[]): void {
  const { doc, tr } = view.state;
  const table = doc.resolve(first).parent;
  // Neighbours in one step: every plugin looks at each step there is.
  for (const index of new Set(inserts.map((one) => one.index))) {
    const rows = inserts.flatMap((one) => (one.index === index ? [one.row] : []));
    tr.insert(tr.mapping.map(startOfRow(table, first, index)), rows);
  }
  view.dispatch(tr);
}
