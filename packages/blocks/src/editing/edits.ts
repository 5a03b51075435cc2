import type { Node, Schema } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { JsonNode } from '../json-node.ts';
import { blocks, rows } from '../registry.ts';
import { type Entry, endOf, isBlank } from './places.ts';

/** Changes of the document that several keys and commands share, each on a transaction at hand. */

export function freshNode(schema: Schema, json: JsonNode): Node {
  return schema.nodeFromJSON(json);
}

export function freshProse(schema: Schema, attrs: Readonly<Record<string, unknown>> = {}): Node {
  const { type, attrs: own } = blocks.textBlock.fresh();
  return freshNode(schema, { type, attrs: { ...own, ...attrs } });
}

/** Puts the caret into the first (or last) text at or after (before) a position. */
export function caretNear(tr: Transaction, pos: number, towards: 1 | -1 = 1): void {
  tr.setSelection(Selection.near(tr.doc.resolve(pos), towards)).scrollIntoView();
}

/** A new row after a row, or at the end of a table, with the caret in its first cell. False for anything else. */
export function addRow(tr: Transaction, { node, pos }: Entry): boolean {
  const table = Object.values(blocks).find((block) => block.name === node.type.name && block.row !== null);
  const row = table?.row ?? rows.find(({ name }) => name === node.type.name);
  if (!row) return false;
  const at = endOf({ node, pos }) - (table ? 1 : 0);
  tr.insert(at, freshNode(node.type.schema, row.fresh()));
  caretNear(tr, at + 1);
  return true;
}

/** Takes a block or row out, the caret to the end of what stands before it. A document keeps a block to type in. */
export function removeEntry(tr: Transaction, entry: Entry): void {
  const { parent } = tr.doc.resolve(entry.pos);
  if (parent === tr.doc && parent.childCount === 1) {
    replaceByProse(tr, entry);
  } else {
    tr.delete(entry.pos, endOf(entry));
    caretNear(tr, entry.pos, -1);
  }
}

export function replaceByProse(tr: Transaction, entry: Entry): void {
  tr.replaceWith(entry.pos, endOf(entry), freshProse(entry.node.type.schema));
  caretNear(tr, entry.pos + 1);
}

/** The caret into an empty prose block right after `pos`: the one that stands there, or a new one. */
export function proseAfter(tr: Transaction, pos: number): void {
  const { nodeAfter } = tr.doc.resolve(pos);
  if (nodeAfter?.type.name !== 'textBlock' || !isBlank(nodeAfter)) tr.insert(pos, freshProse(tr.doc.type.schema));
  caretNear(tr, pos + 1);
}

/**
 * Moves a block or row to another index among its siblings: taken out in one transaction, put back in the next.
 * In a single one the binding to the shared document sees only two different orders, and with two rows it turns each
 * into the other, so that what somebody types into the row that stays would end up in the row that moved.
 */
export function moveEntry(
  view: { readonly state: EditorState; dispatch(tr: Transaction): void },
  entry: Entry,
  index: number,
): void {
  const { selection, doc } = view.state;
  const start = doc.resolve(entry.pos).start();
  const within = selection.from > entry.pos && selection.to < endOf(entry);
  const [anchor, head] = [selection.anchor - entry.pos, selection.head - entry.pos];

  view.dispatch(view.state.tr.delete(entry.pos, endOf(entry)));

  const { tr } = view.state;
  const siblings = tr.doc.resolve(start).parent.children.slice(0, index);
  const at = siblings.reduce((pos, sibling) => pos + sibling.nodeSize, start);
  tr.insert(at, entry.node);
  if (within) tr.setSelection(TextSelection.create(tr.doc, at + anchor, at + head));
  view.dispatch(tr.scrollIntoView());
}
