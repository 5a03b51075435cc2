import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addRow, caretNear, proseAfter, removeEntry, replaceByProse } from './edits.ts';
import { blockAround, type Entry, endOf, entryAround, isBlank, isCell, isRow } from './places.ts';

/** The cell with the caret, its row or block, and its siblings that a view shows. */
interface Place {
  readonly entry: Entry;
  readonly next: number | null;
  readonly previous: number | null;
}

/** Enter, Tab, Backspace and Delete in cells: they move between cells and rows, and never break one. */
export const CellKeys = Extension.create({
  name: 'cellKeys',

  addKeyboardShortcuts() {
    const inCell = (act: (tr: Transaction, place: Place) => boolean) => () =>
      this.editor.commands.command(({ tr, state, view }) => {
        const place = placeOf(state, view);
        return place !== null && act(tr, place);
      });
    return {
      Enter: inCell(enter),
      Tab: inCell(tab),
      'Shift-Tab': inCell(shiftTab),
      Backspace: () => this.editor.commands.undoInputRule() || inCell(backspace)(),
      Delete: inCell(atEndStays),
    };
  },
});

function placeOf({ selection }: EditorState, view: EditorView): Place | null {
  const { $from, $to } = selection;
  const entry = entryAround($from);
  if (entry === null || !isCell($from.parent)) return null;
  if (!$from.sameParent($to)) return null;
  const shown: number[] = [];
  entry.node.forEach((_, offset) => {
    const pos = entry.pos + 1 + offset;
    const dom = view.nodeDOM(pos);
    // A view may hide cells that don't apply, such as what a decided decision once awaited.
    if (!(dom instanceof Element) || dom.checkVisibility?.() !== false) shown.push(pos);
  });
  const here = $from.before();
  return {
    entry,
    next: shown.find((pos) => pos > here) ?? null,
    previous: shown.findLast((pos) => pos < here) ?? null,
  };
}

/** In a table the next row, elsewhere the next cell; from an empty last row, or the last cell, on to prose. */
function enter(tr: Transaction, { entry, next }: Place): boolean {
  const block = blockAround(tr.doc.resolve(entry.pos + 1));
  if (block === null) return false;
  if (!isRow(entry.node)) {
    if (next === null) proseAfter(tr, endOf(entry));
    else caretNear(tr, next + 1);
    return true;
  }
  const leaves = isBlank(entry.node) && block.node.childCount > 1 && block.node.lastChild === entry.node;
  if (!leaves) return addRow(tr, entry);
  tr.delete(entry.pos, endOf(entry));
  proseAfter(tr, tr.mapping.map(endOf(block)));
  return true;
}

function tab(tr: Transaction, { entry, next }: Place): boolean {
  if (next !== null) caretNear(tr, next + 1);
  else if (isRow(entry.node) && tr.doc.resolve(endOf(entry)).nodeAfter === null) addRow(tr, entry);
  else caretNear(tr, endOf(entry));
  return true;
}

/** Back to the cell or row before; out of the first one the focus may leave. */
function shiftTab(tr: Transaction, { entry, previous }: Place): boolean {
  if (previous !== null) caretNear(tr, previous + 1);
  else if (isRow(entry.node) && tr.doc.resolve(entry.pos).nodeBefore !== null) caretNear(tr, entry.pos, -1);
  else return false;
  return true;
}

/** At the start of a cell nothing happens, unless all of its row or block is empty: then that goes. */
function backspace(tr: Transaction, { entry }: Place): boolean {
  const { empty, $from } = tr.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (!isBlank(entry.node)) return true;
  if (isRow(entry.node)) removeEntry(tr, entry);
  else replaceByProse(tr, entry);
  return true;
}

function atEndStays(tr: Transaction): boolean {
  const { empty, $from } = tr.selection;
  return empty && $from.parentOffset === $from.parent.content.size;
}
