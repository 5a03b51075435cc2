import { type Entry, endOf, isLocalChange, isRow, type RowsSeen, rowsOf, selectedEntry, tableOf } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state';
import type { DecorationSet, EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { meetingDateIn } from '../meeting-date.ts';
import { caretsKey } from '../presence/carets.ts';
import { OFFERED_VIEWS } from './offered-views.ts';
import {
  arranged,
  idsOf,
  isFolded,
  keptUp,
  leavesRows,
  type TableViews,
  tablesOf,
  viewOf,
  without,
  withView,
} from './table-view.ts';
import { drawViews } from './view-decorations.ts';

interface RowViews {
  readonly views: TableViews;
  readonly decorations: DecorationSet;
}

/** What a reader asks for, told to the plugin by a transaction. */
type Change = (views: TableViews, state: EditorState, meetingDate: IsoDate | null) => TableViews;

const key = new PluginKey<RowViews>('rowViews');

/**
 * A reader's own view of the roadmap and the risks (M3, M14): another order, and rows that are folded away. The document,
 * and with it everybody else, exports and paper, knows nothing of it.
 *
 * Somebody reads and types in these rows, so a view is taken once, when it is asked for, and kept:
 *  - Whatever is said in a row later, it stays where it is. A new one comes in behind the one that it follows in the document.
 *  - No row folds away by itself. One is shown again, and stays, when anybody's caret comes into it, when somebody is
 *    brought to it, and when it is no longer on track.
 *
 * Rows are placed and hidden by style, since their elements have to stand in the order of the document. Keys (`rowsSeen`),
 * screen readers (`aria-owns`) and what measures the page (`rowsOnPage`) go by the order that is seen.
 */
export function rowViews(shared: Y.Doc): Extension {
  return Extension.create({
    name: 'rowViews',
    addProseMirrorPlugins: () => [
      new Plugin<RowViews>({
        key,
        state: {
          init: (_, { doc }) => ({ views: {}, decorations: drawViews(doc, {}, meetingDateIn(shared)) }),
          apply: (tr, before, _, state) => {
            const change: Change | undefined = tr.getMeta(key);
            let views = change?.(before.views, state, meetingDateIn(shared)) ?? before.views;
            // Of all that a view goes by, typing changes nothing.
            const isTyping = tr.docChanged && isLocalChange([tr]) && leavesRows(tr.before, tr.doc);
            if (tr.docChanged && !isTyping) views = keptUp(views, tr.doc, meetingDateIn(shared));
            views = withRowsOfCarets(views, tr, state);
            if (views === before.views && !tr.docChanged) return before;
            const isSame = views === before.views && isTyping;
            const decorations = isSame
              ? before.decorations.map(tr.mapping, tr.doc)
              : drawViews(tr.doc, views, meetingDateIn(shared));
            return { views, decorations };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ],
  });
}

/**
 * Shows the rows again that somebody's caret has come into, and those that one's own selection goes over. Where a deletion
 * happens to leave the selection counts for nothing: it may be one half of a move.
 */
function withRowsOfCarets(views: TableViews, tr: Transaction, state: EditorState): TableViews {
  const isAbout = tr.docChanged || tr.getMeta(caretsKey) !== undefined;
  if (!isAbout && !tr.selectionSet) return views;
  return withoutFolded(
    views,
    state,
    (row) => (tr.selectionSet && isSelected(state, row)) || (isAbout && hasCaret(state, row)),
  );
}

function isSelected({ selection }: EditorState, row: Entry): boolean {
  return selection.from < endOf(row) && row.pos < selection.to;
}

/** Whether somebody else has their caret in a row. */
function hasCaret(state: EditorState, row: Entry): boolean {
  return (caretsKey.getState(state)?.find(row.pos, endOf(row)).length ?? 0) > 0;
}

function withoutFolded(views: TableViews, { doc }: EditorState, isShown: (row: Entry) => boolean): TableViews {
  return Object.entries(views).reduce((kept, [kind, view]) => {
    if (view.folded.size === 0) return kept;
    const rows = tablesOf(doc, kind).flatMap(rowsOf);
    const shown = rows.filter((row) => isFolded(row, view) && isShown(row));
    return withView(kept, kind, { ...view, folded: without(view.folded, idsOf(shown.map(({ node }) => node))) });
  }, views);
}

/** The rows of a table as this reader sees them. */
export const rowsSeen: RowsSeen = (state, table) => {
  const view = viewOf(viewsIn(state), table.node.type.name);
  return arranged(table, view).filter((row) => !isFolded(row, view));
};

/** Whether the rows around `pos` stand in another order than the room's. */
export function isArranged(state: EditorState, pos: number): boolean {
  return viewOf(viewsIn(state), tableOf(state.doc, pos).node.type.name).order !== null;
}

function viewsIn(state: EditorState): TableViews {
  return key.getState(state)?.views ?? {};
}

function ask(view: EditorView, change: Change): void {
  view.dispatch(view.state.tr.setMeta(key, change));
}

/** Shows the rows of a kind of table in the order that is offered for it, to this reader alone, or in the room's. */
export function arrangeRows(view: EditorView, kind: string, on: boolean): void {
  const offered = OFFERED_VIEWS[kind];
  if (offered === undefined) return;
  ask(view, (views, { doc }) => {
    const order = on ? tablesOf(doc, kind).flatMap(({ node }) => idsOf(offered.arrange(node.children))) : null;
    return withView(views, kind, { ...viewOf(views, kind), order });
  });
}

/**
 * Folds away the rows that are on track, for this reader alone, or shows all again. One with the caret of somebody else stays;
 * one's own caret goes to the nearest that stays.
 */
export function foldRows(view: EditorView, kind: string, on: boolean): void {
  const offered = OFFERED_VIEWS[kind];
  if (offered === undefined) return;
  ask(view, (views, state, meetingDate) => {
    const rows = on ? tablesOf(state.doc, kind).flatMap(rowsOf) : [];
    const folded = rows.filter((row) => offered.isSettled(row.node, meetingDate) && !hasCaret(state, row));
    return withView(views, kind, { ...viewOf(views, kind), folded: new Set(idsOf(folded.map(({ node }) => node))) });
  });
  caretToSeenRow(view);
}

function caretToSeenRow(view: EditorView): void {
  const { state } = view;
  const entry = selectedEntry(state.selection);
  if (entry === null || !isRow(entry.node)) return;
  const table = tableOf(state.doc, entry.pos);
  const seen = rowsSeen(state, table);
  if (seen.some(({ pos }) => pos === entry.pos)) return;
  const below = seen.find(({ pos }) => pos > entry.pos);
  const above = seen.findLast(({ pos }) => pos < entry.pos);
  const near = below ?? above;
  const place = near ? near.pos + 1 : endOf(table);
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(place))));
}

/** Shows a row, where it is folded away. */
export function showRow(view: EditorView, pos: number): void {
  ask(view, (views, state) => withoutFolded(views, state, (row) => row.pos === pos));
}
