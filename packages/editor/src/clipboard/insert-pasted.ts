import { selectedEntry, writeBlock } from '@duet/blocks';
import type { Block } from '@duet/domain';
import type { Pasted, RowKind } from '@duet/export/import';
import type { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fillRows } from './fill-rows.ts';
import { insertBlocks, insertInline, isProse } from './insert-blocks.ts';

/** Runs several steps of the editor so that they reach everybody as one change. */
export type Together = (steps: () => void) => void;

/** How many entries of each kind came in, `text` for lines that are none. */
export type PastedCounts = ReadonlyMap<Block['type'], number>;

const ROWS: Readonly<Record<string, { readonly kind: RowKind; readonly columns: Readonly<Record<string, number>> }>> = {
  roadmapRow: { kind: 'roadmap', columns: { roadmapFeature: 0, roadmapNotes: 3 } },
  riskRow: { kind: 'risks', columns: { riskText: 0, riskMitigation: 4 } },
  actionItem: { kind: 'actions', columns: {} },
};

/** Puts what was read from a clipboard where the caret is, in the form that this place asks for. */
export function insertPasted(view: EditorView, pasted: Pasted, together: Together): PastedCounts {
  const { selection } = view.state;
  const entry = selectedEntry(selection);
  const target = entry === null ? undefined : ROWS[entry.node.type.name];
  const rows = target === undefined ? null : pasted.rows(target.kind, target.columns[cellOf(selection)] ?? 0);
  if (rows !== null) {
    const [table] = rows;
    if (entry !== null && table !== undefined && 'rows' in table) {
      const { schema } = view.state;
      fillRows(view, entry, [...schema.nodeFromJSON(writeBlock(table)).children], together);
    } else insertBlocks(view, rows);
    return countsOf(rows);
  }
  if (pasted.form === 'line' || (pasted.form === 'lines' && !isProse(selection.$from))) {
    insertInline(view, pasted.text);
    return new Map();
  }
  insertBlocks(view, pasted.blocks);
  return countsOf(pasted.blocks);
}

function cellOf({ $from }: Selection): string {
  return $from.parent.type.name;
}

function countsOf(blocks: readonly Block[]): PastedCounts {
  const counts = new Map<Block['type'], number>();
  for (const block of blocks) {
    const more = 'rows' in block ? block.rows.length : 1;
    counts.set(block.type, (counts.get(block.type) ?? 0) + more);
  }
  return counts;
}
