import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addRow, caretNear, proseAfter, removeEntry, replaceByProse } from './edits.ts';
import { type Entry, endOf, entryAround, everyRow, isBlank, isCell, isRow, type RowsSeen, tableOf } from './places.ts';

/** The cell with the caret, its row or block, its siblings that a view shows, and the rows around its row. */
interface Place {
  readonly entry: Entry;
  readonly next: number | null;
  readonly previous: number | null;
  readonly above: Entry | null;
  readonly below: Entry | null;
}

export interface CellKeysOptions {
  readonly rowsSeen: RowsSeen;
}

/** Enter, Tab, Backspace and Delete in cells: they move between cells and rows, and never break one. */
export const CellKeys = Extension.create<CellKeysOptions>({
  name: 'cellKeys',

  addOptions: () => ({ rowsSeen: everyRow }),

  addKeyboardShortcuts() {
    const inCell = (act: (tr: Transaction, place: Place) => boolean) => () =>
      this.editor.commands.command(({ tr, state, view }) => {
        const place = placeOf(state, view, this.options.rowsSeen);
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

function placeOf(state: EditorState, view: EditorView, rowsSeen: RowsSeen): Place | null {
  const { $from, $to } = state.selection;
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
    ...(isRow(entry.node) ? rowsAround(entry, rowsSeen(state, tableOf(state.doc, entry.pos))) : ALONE),
  };
}

const ALONE = { above: null, below: null } as const;

function rowsAround({ pos }: Entry, rows: readonly Entry[]): Pick<Place, 'above' | 'below'> {
  const here = rows.findIndex((row) => row.pos === pos);
  return here < 0 ? ALONE : { above: rows[here - 1] ?? null, below: rows[here + 1] ?? null };
}

/** In a table the next row, elsewhere the next cell; from an empty last row, or the last cell, on to prose. */
function enter(tr: Transaction, { entry, next, below }: Place): boolean {
  if (!isRow(entry.node)) {
    if (next === null) proseAfter(tr, endOf(entry));
    else caretNear(tr, next + 1);
    return true;
  }
  const table = tableOf(tr.doc, entry.pos);
  const leaves = isBlank(entry.node) && table.node.childCount > 1 && below === null;
  if (!leaves) return addRow(tr, entry);
  tr.delete(entry.pos, endOf(entry));
  proseAfter(tr, tr.mapping.map(endOf(table)));
  return true;
}

function tab(tr: Transaction, { entry, next, below }: Place): boolean {
  if (next !== null) caretNear(tr, next + 1);
  else if (!isRow(entry.node)) caretNear(tr, endOf(entry));
  else if (below === null) addRow(tr, entry);
  else caretNear(tr, below.pos + 1);
  return true;
}

/** Back to the cell or row before; out of the first one the focus may leave. */
function shiftTab(tr: Transaction, { previous, above }: Place): boolean {
  if (previous !== null) caretNear(tr, previous + 1);
  else if (above !== null) caretNear(tr, endOf(above), -1);
  else return false;
  return true;
}

/** At the start of a cell nothing happens, unless all of its row or block is empty: then that goes. */
function backspace(tr: Transaction, { entry, above }: Place): boolean {
  const { empty, $from } = tr.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (!isBlank(entry.node)) return true;
  if (!isRow(entry.node)) replaceByProse(tr, entry);
  else {
    const table = tableOf(tr.doc, entry.pos);
    removeEntry(tr, entry);
    caretNear(tr, above === null ? table.pos : tr.mapping.map(endOf(above)), -1);
  }
  return true;
}

function atEndStays(tr: Transaction): boolean {
  const { empty, $from } = tr.selection;
  return empty && $from.parentOffset === $from.parent.content.size;
}
