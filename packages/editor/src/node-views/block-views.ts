import { looks } from '@duet/blocks/views';
import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { blockHandle } from '../block-handle.ts';
import { BlockNodeView } from './block-node-view.ts';
import { CellNodeView } from './cell-node-view.ts';
import type { ControlsStore } from './controls-store.ts';

/** Draws each node by its look. Views are added to the nodes from outside: the schema stays the shared one. */
export function blockViews(store: ControlsStore): Extension {
  return Extension.create({
    name: 'blockViews',
    addProseMirrorPlugins() {
      return [new Plugin({ props: { nodeViews: nodeViews(store, this.editor) } })];
    },
  });
}

function nodeViews(store: ControlsStore, editor: Editor): Record<string, NodeViewConstructor> {
  return Object.fromEntries(
    Object.entries(looks).map(([name, look]): [string, NodeViewConstructor] => [
      name,
      look.kind === 'cell'
        ? (node) => new CellNodeView(look, node)
        : (node, view, getPos, decorations) =>
            new BlockNodeView(look, store, blockHandle(editor, view, getPos), node, decorations),
    ]),
  );
}
