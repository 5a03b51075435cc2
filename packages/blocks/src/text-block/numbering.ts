import type { TextKind } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readAttributes } from '../attributes.ts';
import { attributes } from './model.ts';

/**
 * The numbers of ordered items: null for each block that is none. Numbers are never stored, so inserting an item
 * renumbers the rest for everybody without touching it. Items count on over what is indented further below them;
 * anything else at their own indent or further out begins a new list.
 *
 * @param blocks in the order of the document; null for whatever is not prose.
 */
export function orderedNumbers(
  blocks: readonly ({ readonly kind: TextKind; readonly indent: number } | null)[],
): readonly (number | null)[] {
  const counts: number[] = [];
  return blocks.map((block) => {
    if (block === null) {
      counts.length = 0;
      return null;
    }
    counts.length = Math.min(counts.length, block.indent + 1);
    if (block.kind !== 'ordered') {
      counts.length = Math.min(counts.length, block.indent);
      return null;
    }
    const number = (counts[block.indent] ?? 0) + 1;
    counts[block.indent] = number;
    return number;
  });
}

/** Shows the numbers: `data-number` on each ordered item. */
export const OrderedNumbers = Extension.create({
  name: 'orderedNumbers',

  addProseMirrorPlugins() {
    const plugin: Plugin<DecorationSet> = new Plugin({
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (tr, shown) => (tr.docChanged ? decorate(tr.doc) : shown),
      },
      props: { decorations: (state) => plugin.getState(state) },
    });
    return [plugin];
  },
});

function decorate(doc: Node): DecorationSet {
  const prose = doc.children.map((node) =>
    node.type.name === 'textBlock' ? readAttributes(attributes, node.attrs) : null,
  );
  const numbers = orderedNumbers(prose);
  const decorations: Decoration[] = [];
  doc.forEach((node, pos, index) => {
    const number = numbers[index];
    if (number) decorations.push(Decoration.node(pos, pos + node.nodeSize, { 'data-number': String(number) }));
  });
  return DecorationSet.create(doc, decorations);
}
