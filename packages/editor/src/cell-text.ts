import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The last child of a type, and where it starts in its parent. */
export function childNamed(parent: Node, name: string): { readonly node: Node; readonly offset: number } | null {
  let found: { node: Node; offset: number } | null = null;
  parent.forEach((node, offset) => {
    if (node.type.name === name) found = { node, offset };
  });
  return found;
}

/** Adds words at the end of a cell, which is made at the end of its block if there is none. @returns where they end. */
export function writeCell(view: EditorView, block: Node, at: number, cell: string, words: string): number {
  const found = childNamed(block, cell);
  const { tr, schema } = view.state;
  if (found === null) {
    const start = at + block.nodeSize - 1;
    const made = schema.node(cell, null, words === '' ? [] : [schema.text(words)]);
    view.dispatch(tr.insert(start, made));
    return start + 1 + words.length;
  }
  const end = at + 1 + found.offset + found.node.nodeSize - 1;
  if (words !== '') view.dispatch(tr.insertText(words, end));
  return end + words.length;
}

/** Puts the caret, and the keyboard, behind the last letter of a cell. */
export function caretIntoCell(view: EditorView, block: Node, at: number, cell: string): void {
  const end = writeCell(view, block, at, cell, '');
  const { state } = view;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)));
  view.focus();
}
