import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { commonHands } from './hands.ts';
import type { Hands, Pair } from './pair.ts';

const NETWORK = 'network';
const FIELD = 'body';

/** Plain Tiptap: StarterKit with its Collaboration extension, joined by a network that carries every update. */
export async function starterKitPair(): Promise<Pair> {
  const first = new Y.Doc();
  const seed = new Editor({ extensions: [StarterKit], content: START });
  const template = prosemirrorJSONToYDoc(seed.schema, seed.getJSON(), FIELD);
  Y.applyUpdate(first, Y.encodeStateAsUpdate(template));
  seed.destroy();
  const docs = [1, 2].map((clientID) => {
    const doc = Object.assign(new Y.Doc(), { clientID });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), NETWORK);
    return doc;
  });
  const [one, two] = docs;
  if (!one || !two) throw new Error('a pair is two');
  const under: { to: Y.Doc; update: Uint8Array }[] = [];
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const) {
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NETWORK) under.push({ to, update });
    });
  }
  const editors = docs.map(
    (doc) =>
      new Editor({
        element: document.createElement('div'),
        extensions: [
          StarterKit.configure({ undoRedo: false, trailingNode: false }),
          Collaboration.configure({ document: doc, field: FIELD }),
        ],
      }),
  );
  const [ana, ben] = editors.map(handsOf);
  if (!ana || !ben) throw new Error('a pair is two');
  return {
    ana,
    ben,
    settle: async () => {
      for (let next = under.shift(); next; next = under.shift()) Y.applyUpdate(next.to, next.update, NETWORK);
      return { document: one.getXmlFragment(FIELD).toString(), rescued: '' };
    },
    close: async () => {
      for (const editor of editors) editor.destroy();
      for (const doc of [first, template, ...docs]) doc.destroy();
    },
  };
}

const START =
  '<p>first</p><p>second</p><p>third</p><ul><li><p>one</p></li><li><p>two</p></li><li><p>three</p></li></ul>';

function handsOf(editor: Editor): Hands {
  return {
    ...commonHands((deed) => deed(editor)),
    toHeading: () => void editor.commands.toggleHeading({ level: 1 }),
    toList: () => void editor.commands.toggleBulletList(),
    indent: () => void editor.commands.sinkListItem('listItem'),
    moveUp: () => moveItemUp(editor),
    deleteEntry: () => {
      const { from, to } = itemAround(editor);
      editor.commands.deleteRange({ from, to });
    },
  };
}

/** StarterKit has no command for it; this is what drag and drop does: cut here, put there, in one transaction. */
function moveItemUp(editor: Editor): void {
  const { from, to, node, before } = itemAround(editor);
  editor.view.dispatch(editor.state.tr.delete(from, to).insert(before, node));
}

function itemAround({ state }: Editor) {
  const { $from } = state.selection;
  const depth = [3, 2, 1].find((at) => $from.depth >= at && $from.node(at).type.name === 'listItem');
  if (depth === undefined) throw new Error('the caret is in no list item');
  const from = $from.before(depth);
  const { nodeBefore } = state.doc.resolve(from);
  return { from, to: $from.after(depth), node: $from.node(depth), before: from - (nodeBefore?.nodeSize ?? 0) };
}
