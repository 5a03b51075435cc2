import { newId } from '@duet/domain';
import { combineTransactionSteps, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isLocalChange } from './local-changes.ts';
import { entriesOf } from './places.ts';

/**
 * Gives an `id` to each block and row that a local change made, and a new one where a split or paste made a second
 * one of the same. Whatever stood there before keeps its id, even when the copy stands above it: links name it.
 */
export const Identities = Extension.create({
  name: 'identities',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, before, { doc, tr }) => {
          if (!isLocalChange(transactions)) return null;
          const { mapping } = combineTransactionSteps(before.doc, [...transactions]);
          const stood = new Set(entriesOf(before.doc).map(({ node, pos }) => `${mapping.map(pos)} ${node.attrs.id}`));
          const entries = entriesOf(doc).filter(({ node }) => 'id' in node.attrs);
          const isNew = entries.map(({ node, pos }) => !stood.has(`${pos} ${node.attrs.id}`));
          const taken = new Set(entries.filter((_, index) => !isNew[index]).map(({ node }) => node.attrs.id));
          for (const [index, { node, pos }] of entries.entries()) {
            if (!isNew[index]) continue;
            if (node.attrs.id === null || taken.has(node.attrs.id)) tr.setNodeAttribute(pos, 'id', newId());
            else taken.add(node.attrs.id);
          }
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});
