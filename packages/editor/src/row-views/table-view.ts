import { blocksOf, type Entry, rowsOf } from '@duet/blocks';
import { type IsoDate, inOrder, withNewcomers } from '@duet/domain';
import type { Node } from '@tiptap/pm/model';
import { changedBlocks } from '../changed-blocks.ts';
import { OFFERED_VIEWS } from './offered-views.ts';

/** How a reader has the tables of a kind, by the ids of their rows. */
export interface TableView {
  /** The order that they asked for; null is the room's. */
  readonly order: readonly string[] | null;
  /** What they folded away. */
  readonly folded: ReadonlySet<string>;
}

/** By the name of the table's node. */
export type TableViews = Readonly<Record<string, TableView>>;

const THE_ROOMS: TableView = { order: null, folded: new Set() };

export function viewOf(views: TableViews, table: string): TableView {
  return views[table] ?? THE_ROOMS;
}

/** The tables of a document that a view is offered for; where a kind is named, those of that kind. */
export function tablesOf(doc: Node, kind?: string): readonly Entry[] {
  return blocksOf(doc).filter((block) => isOffered(block) && (kind ?? block.node.type.name) === block.node.type.name);
}

function isOffered({ node }: Entry): boolean {
  return OFFERED_VIEWS[node.type.name] !== undefined;
}

/** The id of a row. Views don't know rows without one, which other clients may write. */
function idOf({ attrs }: Node): string | null {
  return typeof attrs.id === 'string' ? attrs.id : null;
}

export function idsOf(rows: readonly Node[]): readonly string[] {
  return rows.flatMap((row) => idOf(row) ?? []);
}

/** All rows of a table, those that are folded away as well, in the order of a view. */
export function arranged(table: Entry, { order }: TableView): readonly Entry[] {
  const rows = rowsOf(table);
  return order === null ? rows : inOrder(rows, order, ({ node }) => idOf(node));
}

export function isFolded({ node }: Entry, { folded }: TableView): boolean {
  const id = idOf(node);
  return id !== null && folded.has(id);
}

/**
 * What the views are once the rows have changed: new ones have a place, and what is no longer on track is shown.
 * @returns `views` itself where nothing is different.
 */
export function keptUp(views: TableViews, doc: Node, meetingDate: IsoDate | null): TableViews {
  let kept = views;
  for (const [kind, view] of Object.entries(views)) {
    const rows = tablesOf(doc, kind).flatMap(({ node }) => node.children);
    const order = view.order && withNewcomers(view.order, idsOf(rows));
    const isSettled = (row: Node): boolean => OFFERED_VIEWS[kind]?.isSettled(row, meetingDate) === true;
    const unsettled = idsOf(rows.filter((row) => !isSettled(row)));
    kept = withView(kept, kind, { order, folded: without(view.folded, unsettled) });
  }
  return kept;
}

/** @returns `views` itself where the table is viewed like that already. */
export function withView(views: TableViews, kind: string, view: TableView): TableViews {
  const before = viewOf(views, kind);
  return before.order === view.order && before.folded === view.folded ? views : { ...views, [kind]: view };
}

/** @returns `ids` itself where none of them goes. */
export function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  if (!gone.some((id) => ids.has(id))) return ids;
  const left = new Set(ids);
  for (const id of gone) left.delete(id);
  return left;
}

/** Whether an edit left all that a view goes by as it was: it changed texts, or nothing of these tables. */
export function leavesRows(before: Node, now: Node): boolean {
  return changedBlocks(before, now).every(({ was, is }) => {
    const [earlier, tables] = [was.filter(isOffered), is.filter(isOffered)];
    return earlier.length === tables.length && tables.every((table, index) => sameRows(table, earlier[index]));
  });
}

function sameRows({ node }: Entry, before: Entry | undefined): boolean {
  const same = (row: Node, index: number): boolean => before?.node.maybeChild(index)?.attrs === row.attrs;
  return node.childCount === before?.node.childCount && node.children.every(same);
}
