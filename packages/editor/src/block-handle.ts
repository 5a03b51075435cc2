import { entriesOf, findEntry, type JsonNode } from '@duet/blocks';
import type { BlockHandle } from '@duet/blocks/views';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { caretIntoCell, childNamed, writeCell } from './cell-text.ts';
import { addEntry } from './insert-entry.ts';
import { scrollCalmlyTo } from './presence/calm-scroll.ts';
import { arrangeRows, foldRows, showRow } from './row-views/row-views.ts';
import { foldSection } from './sections/section-folds.ts';
import { typeOn } from './type-on.ts';

/** What the controls of the block at `pos` may do. A block that is gone meanwhile is left alone. */
export function blockHandle(
  editor: Editor,
  view: EditorView,
  pos: () => number | undefined,
): Omit<BlockHandle, 'tell'> {
  const here = (): { readonly node: Node; readonly at: number } | null => {
    const at = pos();
    const node = at === undefined ? null : view.state.doc.nodeAt(at);
    return at === undefined || node === null ? null : { node, at };
  };
  return {
    set: (attrs) => {
      const at = pos();
      if (at !== undefined) editor.commands.setBlockAttributes(at, attrs);
    },
    enter: (cell) => {
      const found = here();
      if (!found) return;
      caretIntoCell(view, found.node, found.at, cell);
      view.dispatch(view.state.tr.scrollIntoView());
    },
    text: (cell) => {
      const found = here();
      return found ? (childNamed(found.node, cell)?.node.textContent ?? '') : '';
    },
    append: (cell, words) => {
      const found = here();
      if (!found) return;
      const before = childNamed(found.node, cell)?.node.textContent.trim() ?? '';
      writeCell(view, found.node, found.at, cell, before === '' ? words : `; ${words}`);
    },
    json: () => {
      const found = here();
      return found === null ? null : (found.node.toJSON() as JsonNode);
    },
    add: (entry) => addEntry(editor, entry),
    setOf: (id, attrs) => editor.commands.setBlockAttributes(id, attrs),
    others: () => {
      const found = here();
      return entriesOf(view.state.doc).flatMap(({ node, pos }) => {
        const title = node.firstChild?.textContent.trim() ?? '';
        const id: unknown = node.attrs.id;
        if (node.type !== found?.node.type || pos === found.at || typeof id !== 'string' || title === '') return [];
        return [{ id, title }];
      });
    },
    addRow: () => {
      const at = pos();
      if (at !== undefined) typeOn(editor, (chain) => chain.addRow(at));
    },
    go: (id) => {
      const target = findEntry(view.state.doc, id);
      if (target === null) return;
      showRow(view, target.pos);
      const dom = view.nodeDOM(target.pos);
      if (dom instanceof HTMLElement) scrollCalmlyTo(dom);
    },
    fold: (open) => {
      const found = here();
      if (!found) return;
      foldSection(view, found.at, open);
      foldRows(view, found.node.type.name, !open);
    },
    arrange: (on) => {
      const found = here();
      if (found) arrangeRows(view, found.node.type.name, on);
    },
  };
}
