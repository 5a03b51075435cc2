import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * What others do is drawn as the few blocks that it touched, and never scrolls this page.
 *
 * With every change of somebody else the binding forgets all nodes that it has, makes them anew and replaces the whole
 * document by them. Nothing is then the node it was: ProseMirror, every plugin and every view compare the whole document
 * value by value, ten times a second while ten people type. Here the nodes of what did not change stay, which the binding
 * knows to forget one by one as well, and a block that did is replaced alone.
 *
 * It also asks to scroll to the caret with each of their keys, and measures for that. Browsers keep what is read in place
 * by themselves; one's own undo still shows what it did.
 *
 * The binding offers no hook for any of it, so its parts are wrapped, on this instance only.
 */
export const RemoteChanges = Extension.create({
  name: 'remoteChanges',

  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
        const { _observeFunction: drawAll, mapping, type } = binding;
        const isInView = binding._isLocalCursorInView;

        binding._observeFunction = (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction): void => {
          const isUndo = transaction.origin instanceof Y.UndoManager;
          binding._isLocalCursorInView = () => isUndo && isInView.call(binding);
          mapping.clear = () => {};
          Object.defineProperty(binding, '_tr', {
            configurable: true,
            get: () => sparing(view.state.tr.setMeta('addToHistory', false)),
          });
          try {
            drawAll(events, transaction);
          } finally {
            binding._isLocalCursorInView = isInView;
            Reflect.deleteProperty(mapping, 'clear');
            Reflect.deleteProperty(binding, '_tr');
          }
        };
        type.unobserveDeep(drawAll);
        type.observeDeep(binding._observeFunction);
        return {
          destroy: () => {
            type.unobserveDeep(binding._observeFunction);
            binding._observeFunction = drawAll;
            type.observeDeep(drawAll);
          },
        };
      },
    }),
  ],
});

/** A transaction that, told to replace the whole document, replaces only the blocks that differ. */
function sparing(tr: Transaction): Transaction {
  tr.replace = (_from, _to, slice = Slice.empty) => replaceChanged(tr, slice.content);
  return tr;
}

/** Nodes that did not change are the same objects in both. A table is one block: its rows are compared by its view. */
function replaceChanged(tr: Transaction, content: Fragment): Transaction {
  const before = tr.doc.content;
  const shorter = Math.min(before.childCount, content.childCount);
  let first = 0;
  let start = 0;
  for (; first < shorter && before.child(first) === content.child(first); first++)
    start += before.child(first).nodeSize;
  let same = 0;
  let end = before.size;
  for (; same < shorter - first; same++) {
    const last = before.child(before.childCount - 1 - same);
    if (last !== content.child(content.childCount - 1 - same)) break;
    end -= last.nodeSize;
  }
  if (before.childCount !== content.childCount) {
    const nodes: Node[] = [];
    for (let index = first; index < content.childCount - same; index++) nodes.push(content.child(index));
    return tr.step(new ReplaceStep(start, end, new Slice(Fragment.from(nodes), 0, 0)));
  }
  // As many as before: each for itself, from the end, so that a position still holds when its turn comes.
  for (let index = before.childCount - 1 - same; index >= first; index--) {
    const was = before.child(index);
    const is = content.child(index);
    if (was !== is) tr.step(new ReplaceStep(end - was.nodeSize, end, new Slice(Fragment.from(is), 0, 0)));
    end -= was.nodeSize;
  }
  return tr;
}
