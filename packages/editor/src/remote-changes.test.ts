// @vitest-environment jsdom
import { bodyOf, read } from '@duet/document';
import { plain, type TextBlock } from '@duet/domain';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkEditors, type Peer } from './testing.ts';

const line = (id: string): TextBlock => ({
  type: 'textBlock',
  id,
  kind: 'paragraph',
  level: 2,
  indent: 0,
  checked: false,
  side: null,
  text: plain(id),
});

const blocksOf = ({ editor }: Peer): readonly Node[] => editor.state.doc.content.content;

test('[M20] what somebody types leaves all other blocks the very nodes that they were', () => {
  const { peers, settle, destroy } = linkEditors(2, ['a', 'b', 'c', 'd'].map(line));
  const [author, other] = peers as [Peer, Peer];
  const before = blocksOf(other);
  author.editor.commands.insertContentAt(2, 'new words');
  author.editor.commands.insertContentAt(author.editor.state.doc.content.size - 1, 'at the end');
  settle();
  const after = blocksOf(other);
  expect(after.map((node, index) => node === before[index])).toEqual([false, true, true, false]);
  expect(other.editor.getText()).toBe(author.editor.getText());
  destroy();
});

test('[M19] blocks that come, go and move are drawn as the document has them', () => {
  const act = fc.record({
    by: fc.constantFrom(0, 1),
    what: fc.constantFrom('type', 'delete', 'insert', 'move'),
    at: fc.nat(100),
    to: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.boolean(), (acts, together) => {
      const { peers, settle, destroy } = linkEditors(2, ['a', 'b', 'c', 'd', 'e'].map(line));
      for (const [index, { by, what, at, to }] of acts.entries()) {
        const { editor } = peers[by] as Peer;
        const { doc, tr } = editor.state;
        const starts: number[] = [];
        doc.forEach((_, pos) => void starts.push(pos));
        const pos = starts[at % starts.length] ?? 0;
        const node = doc.nodeAt(pos);
        if (node === null) continue;
        if (what === 'type') tr.insertText('x', pos + 1);
        if (what === 'delete' && starts.length > 1) tr.delete(pos, pos + node.nodeSize);
        if (what === 'insert') tr.insert(pos, node.type.create({ id: `new ${index}` }, doc.type.schema.text('new')));
        if (what === 'move' && starts.length > 1) {
          tr.delete(pos, pos + node.nodeSize);
          tr.insert(tr.mapping.map(starts[to % starts.length] ?? 0), node);
        }
        editor.view.dispatch(tr);
        if (!together) settle();
      }
      settle();
      const [one, two] = peers as [Peer, Peer];
      expect(one.editor.getJSON()).toEqual(two.editor.getJSON());
      for (const { editor, doc } of [one, two]) {
        // Deleted by both together: see below.
        if (bodyOf(doc).length === 0) continue;
        expect(editor.state.doc.childCount).toBe(bodyOf(doc).length);
        const words = read(doc).blocks.map((block) => (block as TextBlock).text.map(({ text }) => text).join(''));
        expect(words).toEqual(blocksOf({ editor, doc }).map((node) => node.textContent));
      }
      destroy();
    }),
    { numRuns: 60 },
  );
});

test('[M19] where two people delete the last blocks at once, there is a line to write on, and what is written arrives', () => {
  const { peers, settle, destroy } = linkEditors(2, ['a', 'b'].map(line));
  const [one, two] = peers as [Peer, Peer];
  for (const [{ editor }, index] of [
    [one, 0],
    [two, 1],
  ] as const) {
    const pos = index === 0 ? 0 : editor.state.doc.child(0).nodeSize;
    editor.commands.deleteRange({ from: pos, to: pos + editor.state.doc.child(index).nodeSize });
  }
  settle();
  expect(bodyOf(one.doc).length).toBe(0);
  for (const { editor } of [one, two]) expect(editor.state.doc.childCount).toBe(1);
  one.editor.commands.insertContentAt(1, 'a new start');
  settle();
  for (const { editor } of [one, two]) expect(editor.getText()).toBe('a new start');
  destroy();
});
