import type { BlockName } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { blocks } from '../registry.ts';
import { addRow, caretNear, freshNode, moveEntry, removeEntry } from './edits.ts';
import {
  blockAround,
  type Entry,
  type EntryRef,
  endOf,
  everyRow,
  findEntry,
  isBlank,
  isRow,
  type RowsSeen,
  selectedEntry,
  tableOf,
} from './places.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blocks: {
      /** Inserts a new block after the one with the caret, or in its place if that is empty prose; or at a position. */
      insertBlock: (name: BlockName, at?: number) => ReturnType;
      /** Adds a row after a row, at the end of a table, or after the row with the caret. */
      addRow: (where?: EntryRef) => ReturnType;
      /** Sets attributes of a block or row; null removes one. */
      setBlockAttributes: (block: EntryRef, attrs: Readonly<Record<string, unknown>>) => ReturnType;
      /** Moves a block or row among its siblings: past the one that is seen there, or to the index that it has afterwards. Not for chains. */
      moveBlock: (block: EntryRef, to: 'up' | 'down' | number) => ReturnType;
      deleteBlock: (block: EntryRef) => ReturnType;
    };
  }
}

export interface BlockCommandsOptions {
  /** Runs several steps of the editor so that they reach everybody as one change. */
  readonly together: (steps: () => void) => void;
  readonly rowsSeen: RowsSeen;
}

export const BlockCommands = Extension.create<BlockCommandsOptions>({
  name: 'blockCommands',

  addOptions: () => ({ together: (steps) => steps(), rowsSeen: everyRow }),

  addCommands() {
    return {
      insertBlock:
        (name, at) =>
        ({ tr, state, dispatch }) => {
          const block = freshNode(state.schema, blocks[name].fresh());
          const here = blockAround(tr.selection.$from);
          const replaced = at === undefined && here?.node.type.name === 'textBlock' && isBlank(here.node) ? here : null;
          const pos = at ?? replaced?.pos ?? (here ? endOf(here) : tr.selection.to);
          if (dispatch) {
            tr.replaceWith(pos, replaced ? endOf(replaced) : pos, block);
            caretNear(tr, pos + 1);
          }
          return true;
        },

      addRow:
        (where) =>
        ({ tr }) => {
          const entry = where === undefined ? selectedEntry(tr.selection) : findEntry(tr.doc, where);
          return entry !== null && addRow(tr, entry);
        },

      setBlockAttributes:
        (ref, attrs) =>
        ({ tr, dispatch }) => {
          const entry = findEntry(tr.doc, ref);
          if (entry === null) return false;
          if (dispatch) for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(entry.pos, name, value);
          return true;
        },

      moveBlock:
        (ref, to) =>
        ({ tr, dispatch, view }) => {
          // Two transactions of its own; the one at hand is not needed.
          tr.setMeta('preventDispatch', true);
          const entry = findEntry(tr.doc, ref);
          if (entry === null) return false;
          const $pos = tr.doc.resolve(entry.pos);
          const index = typeof to === 'number' ? to : indexBeside(view.state, entry, STEPS[to], this.options.rowsSeen);
          if (index < 0 || index >= $pos.parent.childCount || index === $pos.index()) return false;
          if (dispatch) this.options.together(() => moveEntry(view, entry, index));
          return true;
        },

      deleteBlock:
        (ref) =>
        ({ tr, dispatch }) => {
          const entry = findEntry(tr.doc, ref);
          if (entry === null) return false;
          if (dispatch) removeEntry(tr, entry);
          return true;
        },
    };
  },
});

const STEPS = { up: -1, down: 1 } as const;

/** The index of the sibling that is seen right above or below an entry; -1 where none is. */
function indexBeside(state: EditorState, entry: Entry, step: 1 | -1, rowsSeen: RowsSeen): number {
  const $pos = state.doc.resolve(entry.pos);
  if (!isRow(entry.node)) return $pos.index() + step;
  const seen = rowsSeen(state, tableOf(state.doc, entry.pos));
  const here = seen.findIndex(({ pos }) => pos === entry.pos);
  const beside = here < 0 ? undefined : seen[here + step];
  return beside === undefined ? -1 : state.doc.resolve(beside.pos).index();
}
