import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type FollowedText, followText, rememberText } from './followed-text.ts';

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
 * One's own caret stays with the letters that it stands between: see {@link FollowedText}.
 *
 * The binding offers no hook for any of it, so its parts are wrapped, on this instance only.
 */
export const RemoteChanges = Extension.create({
  name: 'remoteChanges',

  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
        const { _observeFunction: drawAll, doc, mapping, type } = binding;
        const isInView = binding._isLocalCursorInView;

        let followed: FollowedText | null = null;
        const remember = (): void => {
          followed = rememberText(view.state, binding);
        };
        const forget = (): void => {
          followed = null;
        };
        const onTransaction = ({ origin }: Y.Transaction): void => {
          if (origin !== ySyncPluginKey) remember();
        };
        doc.on('beforeTransaction', onTransaction);
        doc.on('afterTransaction', forget);

        binding._observeFunction = (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction): void => {
          const isUndo = transaction.origin instanceof Y.UndoManager;
          const before = binding.beforeTransactionSelection;
          const showsUndo = (): boolean => isUndo && isInView.call(binding);
          binding._isLocalCursorInView = showsUndo;
          mapping.clear = () => {};
          Object.defineProperty(binding, '_tr', {
            configurable: true,
            get: () =>
              sparing(view.state.tr.setMeta('addToHistory', false), (tr) => {
                if (followed === null) return;
                followText(tr, followed, binding);
                if (showsUndo()) tr.scrollIntoView();
              }),
          });
          // What the binding remembers, it puts back.
          if (followed !== null) Object.assign(binding, { beforeTransactionSelection: null });
          try {
            drawAll(events, transaction);
          } finally {
            binding._isLocalCursorInView = isInView;
            binding.beforeTransactionSelection = before;
            Reflect.deleteProperty(mapping, 'clear');
            Reflect.deleteProperty(binding, '_tr');
          }
        };
        type.unobserveDeep(drawAll);
        type.observeDeep(binding._observeFunction);
        return {
          // Where the caret was put is read off the page only now that it matters: see `settledSelection`.
          update: () => {
            if (followed !== null) remember();
          },
          destroy: () => {
            doc.off('beforeTransaction', onTransaction);
            doc.off('afterTransaction', forget);
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
function sparing(tr: Transaction, replaced: (tr: Transaction) => void): Transaction {
  const replaceWhole = tr.replace.bind(tr);
  tr.replace = (from, to, slice = Slice.empty) => {
    // Where several people deleted the last blocks, nothing is left: the whole-document way fills in what the schema asks for.
    if (slice.content.childCount === 0) replaceWhole(from, to, slice);
    else replaceChanged(tr, slice.content);
    replaced(tr);
    return tr;
  };
  return tr;
}

/** Nodes that did not change are the same objects in both. A table is one block: its rows are compared by its view. */
function replaceChanged(tr: Transaction, content: Fragment): void {
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
    tr.step(new ReplaceStep(start, end, new Slice(Fragment.from(nodes), 0, 0)));
    return;
  }
  // As many as before: each for itself, from the end, so that a position still holds when its turn comes.
  for (let index = before.childCount - 1 - same; index >= first; index--) {
    const was = before.child(index);
    const is = content.child(index);
    if (was !== is) tr.step(new ReplaceStep(end - was.nodeSize, end, new Slice(Fragment.from(is), 0, 0)));
    end -= was.nodeSize;
  }
}
