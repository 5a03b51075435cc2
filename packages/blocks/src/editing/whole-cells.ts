import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { blocks, CELL_NAMES, rows } from '../registry.ts';
import { isLocalChange } from './local-changes.ts';
import { type Entry, entriesOf } from './places.ts';

/** Name of a block or row -> the names of its cells, in order. */
export const CELLS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [...Object.values(blocks), ...rows].map(({ name, fresh }) => [
    name,
    (fresh().content ?? []).map(({ type }) => type).filter((type) => CELL_NAMES.has(type)),
  ]),
);

/**
 * Deleting or typing over a selection that spans cells takes whole cells away. Whatever a local change touched gets
 * its missing cells back, empty: a row without a cell could not be filled in there again.
 */
export const WholeCells = Extension.create({
  name: 'wholeCells',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, before, { doc, tr, schema }) => {
          if (!isLocalChange(transactions)) return null;
          const untouched = new Set(entriesOf(before.doc).map(({ node }) => node));
          const missing = entriesOf(doc).flatMap((entry) => (untouched.has(entry.node) ? [] : missingCells(entry)));
          for (const { name, at } of missing) tr.insert(tr.mapping.map(at), schema.node(name));
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});

function missingCells({ node, pos }: Entry): readonly { readonly name: string; readonly at: number }[] {
  let at = pos + 1;
  return (CELLS_OF.get(node.type.name) ?? []).flatMap((name) => {
    let found = false;
    node.forEach((child, offset) => {
      if (child.type.name !== name) return;
      found = true;
      at = pos + 1 + offset + child.nodeSize;
    });
    return found ? [] : [{ name, at }];
  });
}
