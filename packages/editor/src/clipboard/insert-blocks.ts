import { blocks as definitions, isBlockName, readBlock, writeBlock } from '@duet/blocks';
import { type Block, make, type RichText } from '@duet/domain';
import { type Node, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The caret is in prose, where new blocks may stand; everywhere else text belongs to an entry. */
export function isProse($pos: ResolvedPos): boolean {
  return $pos.depth === 0 || $pos.node(1).type.name === 'textBlock';
}

/** A text in place of what is selected, with its marks and line ends. */
export function insertInline(view: EditorView, text: RichText): void {
  const { tr, schema } = view.state;
  const { content } = schema.nodeFromJSON(writeBlock(make.textBlock({ text })));
  view.dispatch(tr.replaceSelection(new Slice(content, 0, 0)).scrollIntoView());
}

/**
 * Blocks in place of what is selected. Paragraphs alone go into the text with the caret, like typed ones. Others
 * take the place of an empty block, or stand beside the one with the caret: splitting it would cost others' words.
 * Rows join the table next to them.
 */
export function insertBlocks(view: EditorView, pasted: readonly Block[]): void {
  const { tr, schema } = view.state;
  const nodes = pasted.map((block) => schema.nodeFromJSON(writeBlock(block)));
  const inText = isProse(tr.selection.$from) && tr.selection.$from.depth > 0;
  if (inText && nodes.every(isParagraph)) {
    view.dispatch(tr.replaceSelection(Slice.maxOpen(fragmentOf(schema, nodes))).scrollIntoView());
    return;
  }
  tr.deleteSelection();
  const place = placeFor(tr, nodes[0]);
  const end = replaceBlocks(tr, place, nodes);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(end, tr.doc.content.size)), -1));
  view.dispatch(tr.scrollIntoView());
}

function fragmentOf(schema: Schema, nodes: readonly Node[]) {
  return schema.topNodeType.create(null, nodes).content;
}

function isParagraph({ type, attrs }: Node): boolean {
  return type.name === 'textBlock' && (attrs.kind === null || attrs.kind === 'paragraph') && !attrs.indent;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** @returns where the nodes end. */
function replaceBlocks(tr: Transaction, { from, to }: Place, nodes: readonly Node[]): number {
  if (tr.doc.childCount > 1) {
    if (from < to) tr.delete(from, to);
    return joinTables(tr, from, nodes);
  }
  // A document is never empty: the only block goes when there are others.
  const end = joinTables(tr, to, nodes);
  if (from < to) tr.delete(from, to);
  return end - (to - from);
}

/** What to replace, or where to insert: an empty range. */
function placeFor(tr: Transaction, first: Node | undefined): Place {
  const { $from } = tr.selection;
  if ($from.depth === 0) return { from: $from.pos, to: $from.pos };
  const [node, before, after] = [$from.node(1), $from.before(1), $from.after(1)];
  if (isUnsaid(node) && (node.type.name === 'textBlock' || node.type === first?.type))
    return { from: before, to: after };
  const atStart = node.type.name === 'textBlock' && $from.parentOffset === 0 && node.content.size > 0;
  return atStart ? { from: before, to: before } : { from: after, to: after };
}

/** Nothing has been said in it but what kind of block it is. */
function isUnsaid({ type, attrs, textContent }: Node): boolean {
  if (!isBlockName(type.name) || textContent.trim() !== '') return false;
  const fresh = writeBlock(readBlock({ type: type.name }, () => '')).attrs ?? {};
  return (
    type.name === 'textBlock' ||
    Object.entries(attrs).every(([name, value]) => name === 'id' || value == null || value === fresh[name])
  );
}

/** Inserts nodes at a position between blocks; the first and last of them, if tables, join tables of their kind there. @returns where they end. */
function joinTables(tr: Transaction, at: number, nodes: readonly Node[]): number {
  const { nodeBefore, nodeAfter } = tr.doc.resolve(at);
  const isTable = ({ type }: Node): boolean => isBlockName(type.name) && definitions[type.name].row !== null;
  const [first, ...rest] = nodes;
  if (first === undefined) return at;
  if (nodeBefore?.type === first.type && isTable(first)) {
    tr.insert(at - 1, first.content);
    return joinTables(tr, at + first.content.size, rest);
  }
  const last = nodes.at(-1);
  if (last !== undefined && nodeAfter?.type === last.type && isTable(last)) {
    tr.insert(at + 1, last.content);
    const others = nodes.slice(0, -1);
    tr.insert(at, [...others]);
    return at + others.reduce((size, node) => size + node.nodeSize, 0) + 1 + last.content.size;
  }
  tr.insert(at, [...nodes]);
  return at + nodes.reduce((size, node) => size + node.nodeSize, 0);
}
