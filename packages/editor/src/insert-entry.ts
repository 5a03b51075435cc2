import { blocks, type JsonNode, rows } from '@duet/blocks';
import type { Editor } from '@tiptap/core';
import type { InsertKind } from './api.ts';
import { sectionSpans } from './sections/section-map.ts';
import { typeOn } from './type-on.ts';

/** Rows stand in a table, everything else in the document itself. */
const TABLE_OF = { roadmapRow: 'roadmapTable', riskRow: 'riskTable' } as const;
const SECTION_OF: Readonly<Record<InsertKind, string>> = {
  roadmapRow: 'roadmap',
  riskRow: 'risks',
  upcomingItem: 'upcoming',
  constraint: 'constraints',
  decision: 'decisions',
  actionItem: 'actions',
  openQuestion: 'questions',
};

/** An empty entry of a kind: a row in the table it belongs to, a block at the caret's empty line or after its block. */
export function insertEntry(editor: Editor, kind: InsertKind): void {
  if (kind === 'roadmapRow' || kind === 'riskRow') insertRow(editor, TABLE_OF[kind]);
  else typeOn(editor, (chain) => chain.insertBlock(kind));
}

/** The same for who is elsewhere on the page: at the end of the section that such entries stand in. */
export function insertInSection(editor: Editor, kind: InsertKind): void {
  const span = sectionSpans(editor.state.doc).find(({ heading }) => heading.node.attrs.key === SECTION_OF[kind]);
  if (kind === 'roadmapRow' || kind === 'riskRow' || span === undefined) {
    insertEntry(editor, kind);
    return;
  }
  typeOn(editor, (chain) => chain.insertBlock(kind, endOfEntries(span.blocks, kind) ?? span.end));
}

/**
 * A filled entry, at `at`; else a row at the end of the first table for it, anything else after the last of its kind in its
 * section.
 */
export function addEntry(editor: Editor, json: JsonNode, at?: number): void {
  const { state, view } = editor;
  const entry = state.schema.nodeFromJSON(json);
  const table = Object.values(blocks).find(({ row }) => row?.name === json.type);
  const isRow = rows.some(({ name }) => name === json.type);
  let place: number | null = null;
  if (isRow) {
    state.doc.forEach((node, pos) => {
      if (node.type.name === table?.name) place ??= pos + node.nodeSize - 1;
    });
  }
  const kind = Object.keys(SECTION_OF).find((name): name is InsertKind => name === json.type);
  const span = sectionSpans(state.doc).find(
    ({ heading }) => kind !== undefined && heading.node.attrs.key === SECTION_OF[kind],
  );
  const end = (kind && span && endOfEntries(span.blocks, kind)) ?? span?.end ?? state.doc.content.size;
  const whole = isRow && (at ?? place) === null && table ? state.schema.node(table.name, null, [entry]) : entry;
  view.dispatch(state.tr.insert(at ?? place ?? end, whole));
}

function endOfEntries(
  blocks: readonly {
    readonly node: { readonly type: { readonly name: string }; readonly nodeSize: number };
    readonly pos: number;
  }[],
  kind: InsertKind,
): number | null {
  const last = blocks.findLast(({ node }) => node.type.name === kind);
  return last ? last.pos + last.node.nodeSize : null;
}

function insertRow(editor: Editor, table: 'roadmapTable' | 'riskTable'): void {
  let at: number | null = null;
  editor.state.doc.forEach((node, pos) => {
    if (node.type.name === table && at === null) at = pos;
  });
  const place = at;
  typeOn(editor, (chain) => (place === null ? chain.insertBlock(table).addRow() : chain.addRow(place)));
}
