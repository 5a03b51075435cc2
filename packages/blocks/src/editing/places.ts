import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, type Selection } from '@tiptap/pm/state';
import { CELL } from '../cells.ts';
import { ROW } from '../define.ts';

/** A block of the document or a row of a table, and the position before it. */
export interface Entry {
  readonly node: Node;
  readonly pos: number;
}

/** An entry by its `id` attribute, or by its position (tables have no id). */
export type EntryRef = string | number;

export const isCell = (node: Node): boolean => node.type.isInGroup(CELL);
export const isRow = (node: Node): boolean => node.type.isInGroup(ROW);
export const isBlank = (node: Node): boolean => node.textContent.trim() === '';
export const endOf = ({ node, pos }: Entry): number => pos + node.nodeSize;

/** All blocks and rows, in the order of the document. */
export const entriesOf = (doc: Node): readonly Entry[] => withRows(blocksOf(doc));

/** The blocks alone. */
export function blocksOf(doc: Node): readonly Entry[] {
  const blocks: Entry[] = [];
  doc.forEach((node, pos) => {
    blocks.push({ node, pos });
  });
  return blocks;
}

/** Blocks, each followed by its rows. */
export function withRows(blocks: readonly Entry[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const block of blocks) {
    entries.push(block);
    block.node.forEach((child, offset) => {
      if (isRow(child)) entries.push({ node: child, pos: block.pos + 1 + offset });
    });
  }
  return entries;
}

export function findEntry(doc: Node, ref: EntryRef): Entry | null {
  return (
    entriesOf(doc).find(({ node, pos }) => (typeof ref === 'number' ? pos === ref : node.attrs.id === ref)) ?? null
  );
}

/** The row that a position is in, else the block. */
export function entryAround($pos: ResolvedPos): Entry | null {
  const depth = [2, 1].find((depth) => $pos.depth >= depth && (depth === 1 || isRow($pos.node(depth))));
  return depth === undefined ? null : { node: $pos.node(depth), pos: $pos.before(depth) };
}

/** The table that a row at `pos` stands in. */
export function tableOf(doc: Node, pos: number): Entry {
  const $pos = doc.resolve(pos);
  return { node: $pos.parent, pos: $pos.before() };
}

/** The rows of a table one below the other as somebody sees them, who may have some folded away or in another order. */
export type RowsSeen = (state: EditorState, table: Entry) => readonly Entry[];

export const everyRow: RowsSeen = (_, table) => rowsOf(table);

/** All rows of a table, in the order of the document. */
export function rowsOf({ node, pos }: Entry): readonly Entry[] {
  const rows: Entry[] = [];
  node.forEach((row, offset) => {
    rows.push({ node: row, pos: pos + 1 + offset });
  });
  return rows;
}

/** The entry that is selected as a whole, or that the selection starts in. */
export function selectedEntry(selection: Selection): Entry | null {
  if (!(selection instanceof NodeSelection)) return entryAround(selection.$from);
  const { node, from } = selection;
  return isCell(node) ? entryAround(selection.$from) : { node, pos: from };
}

/** The block itself that a position is in, also from within a row. */
export function blockAround($pos: ResolvedPos): Entry | null {
  return $pos.depth === 0 ? null : { node: $pos.node(1), pos: $pos.before(1) };
}
