import { type Entry, endOf, isCell, isRow, selectedEntry, tableOf } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { rowsSeen } from '../row-views/row-views.ts';

type Step = 1 | -1;

/**
 * Arrow keys in tables. Up and down stay in the column, left and right go from cell to cell, both by the rows as they are
 * seen; past the first and last of them they leave the table, and from the block beside it they come in there. Browsers go
 * by the order of the elements and stop between cells, where nobody can type.
 */
export const RowArrows = Extension.create({
  name: 'rowArrows',
  addKeyboardShortcuts() {
    const { editor } = this;
    const keys = [
      ['ArrowUp', 'up', -1],
      ['ArrowDown', 'down', 1],
      ['ArrowLeft', 'left', -1],
      ['ArrowRight', 'right', 1],
    ] as const;
    return Object.fromEntries(
      keys.map(([key, edge, step]) => [
        key,
        () => {
          const { selection } = editor.state;
          if (!selection.empty || !selection.$head.parent.isTextblock) return false;
          if (!editor.view.endOfTextblock(edge)) return false;
          const place = placeBeside(editor.view, edge === 'up' || edge === 'down', step);
          if (place === null) return false;
          editor.view.dispatch(editor.state.tr.setSelection(place).scrollIntoView());
          return true;
        },
      ]),
    );
  },
});

/** Where an arrow key leads from the edge of a text; null where that is no table's business. */
function placeBeside(view: EditorView, isVertical: boolean, step: Step): Selection | null {
  const { state } = view;
  const { $head } = state.selection;
  const here = selectedEntry(state.selection);
  if (here === null) return null;
  if (!isRow(here.node)) return $head.depth === 1 ? intoTable(view, here, isVertical, step) : null;

  const cells = cellsOf(here);
  const cell = cells.findIndex(({ pos }) => pos === $head.before());
  const inRow = isVertical ? undefined : cells[cell + step];
  if (inRow !== undefined) return edgeOf(view, inRow, step);
  const table = tableOf(state.doc, here.pos);
  const rows = rowsSeen(state, table);
  const row = rows[rows.findIndex(({ pos }) => pos === here.pos) + step];
  if (row === undefined) return intoTable(view, table, isVertical, step) ?? outOf(view, table, step);
  const column = isVertical ? cellsOf(row).find(({ node }) => node.type === $head.parent.type) : undefined;
  if (column !== undefined) return onLine(view, column, step);
  return edgeOf(view, cellsOf(row).at(step === 1 ? 0 : -1) ?? row, step);
}

/** The first row of the table after a block, or the last one of that before it. */
function intoTable(view: EditorView, block: Entry, isVertical: boolean, step: Step): Selection | null {
  const $edge = view.state.doc.resolve(step === 1 ? endOf(block) : block.pos);
  const node = step === 1 ? $edge.nodeAfter : $edge.nodeBefore;
  if (!node?.firstChild || !isRow(node.firstChild)) return null;
  const rows = rowsSeen(view.state, { node, pos: step === 1 ? $edge.pos : $edge.pos - node.nodeSize });
  const row = rows.at(step === 1 ? 0 : -1);
  const cell = row && cellsOf(row).at(isVertical || step === 1 ? 0 : -1);
  if (cell === undefined) return null;
  return isVertical ? onLine(view, cell, step) : edgeOf(view, cell, step);
}

/** The text beside a table, or, where there is none, the caret where it is. */
function outOf({ state }: EditorView, table: Entry, step: Step): Selection {
  return Selection.findFrom(state.doc.resolve(step === 1 ? endOf(table) : table.pos), step, true) ?? state.selection;
}

function cellsOf({ node, pos }: Entry): readonly Entry[] {
  const cells: Entry[] = [];
  node.forEach((child: Node, offset) => {
    if (isCell(child)) cells.push({ node: child, pos: pos + 1 + offset });
  });
  return cells;
}

/** The start of a cell for who comes from before it, the end for who comes from behind. */
function edgeOf({ state }: EditorView, cell: Entry, step: Step): Selection {
  return Selection.near(state.doc.resolve(step === 1 ? cell.pos + 1 : endOf(cell) - 1), step);
}

/** The place in the first line of a cell (the last one for who comes from below) that is nearest below the caret. */
function onLine(view: EditorView, cell: Entry, step: Step): Selection {
  const { left } = view.coordsAtPos(view.state.selection.head);
  const last = cell.pos + 1 + cell.node.content.size;
  const first = step === 1 ? cell.pos + 1 : last;
  const line = view.coordsAtPos(first);
  let [nearest, distance] = [first, Math.abs(line.left - left)];
  for (let pos = first + step; cell.pos < pos && pos <= last; pos += step) {
    const place = view.coordsAtPos(pos);
    if (place.top >= line.bottom || place.bottom <= line.top) break;
    if (Math.abs(place.left - left) < distance) [nearest, distance] = [pos, Math.abs(place.left - left)];
  }
  return Selection.near(view.state.doc.resolve(nearest));
}
