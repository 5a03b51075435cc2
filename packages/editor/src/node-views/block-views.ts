import { looks } from '@duet/blocks/views';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { BlockNodeView, type HandleMaker } from './block-node-view.ts';
import { CellNodeView } from './cell-node-view.ts';
import type { ControlsStore } from './controls-store.ts';

export interface BlockViewsOptions {
  readonly store: ControlsStore;
  readonly handleFor: HandleMaker;
}

/** Draws each node by its look. Views are added to the nodes from outside: the schema stays the shared one. */
export function blockViews({ store, handleFor }: BlockViewsOptions): Extension {
  const nodeViews = Object.fromEntries(
    Object.entries(looks).map(([name, look]): [string, NodeViewConstructor] => [
      name,
      look.kind === 'cell'
        ? (node) => new CellNodeView(look, node)
        : (node, view, getPos, decorations) =>
            new BlockNodeView(look, store, handleFor(view, getPos), node, decorations),
    ]),
  );
  return Extension.create({
    name: 'blockViews',
    addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews } })],
  });
}
