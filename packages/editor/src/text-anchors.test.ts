// @vitest-environment jsdom
import { bodyOf, read } from '@duet/document';
import { plain, plainText, type RiskTable, type TextBlock } from '@duet/domain';
import type { AnyExtension } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sharedEditing } from './shared-editing.ts';
import { type LinkedEditors, linkEditors, type Peer } from './testing.ts';
import { TextAnchors } from './text-anchors.ts';

const FIRST: TextBlock = {
  type: 'textBlock',
  id: 'first',
  kind: 'paragraph',
  level: 2,
  indent: 0,
  checked: false,
  side: null,
  text: plain('.'),
};
const ROW = { type: 'riskRow', attrs: { id: 'row' }, content: [{ type: 'riskText' }, { type: 'riskMitigation' }] };
const TABLE: RiskTable = { type: 'riskTable', rows: [] };
/** The position of the first row, after a first block of one character. */
const IN_TABLE = 4;

const withoutAnchors = (doc: Y.Doc): AnyExtension[] =>
  sharedEditing(doc).filter((extension) => extension !== TextAnchors);

/** Everybody in a block that the first of them has just made in the editor. */
function inNewBlock(anchored: boolean, count = 2): LinkedEditors {
  const net = linkEditors(count, [FIRST], anchored ? sharedEditing : withoutAnchors);
  const { editor } = peer(net, 0);
  editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'textBlock', attrs: { id: 'new' } });
  net.settle();
  return net;
}

function peer(net: LinkedEditors, index: number): Peer {
  const found = net.peers[index];
  if (!found) throw new Error(`no peer ${index}`);
  return found;
}

/** Types at the start or the end of the last textblock. */
function typeInLast({ editor }: Peer, text: string, where: 'start' | 'end' = 'end'): void {
  const { doc, tr } = editor.state;
  const { nodeBefore } = doc.resolve(doc.content.size);
  const end = doc.content.size - 1;
  editor.view.dispatch(tr.insertText(text, where === 'end' ? end : end - (nodeBefore?.content.size ?? 0)));
}

const sorted = (text: string): string => [...text].sort().join('');
const texts = (net: LinkedEditors): string[] => net.peers.map(({ editor }) => editor.state.doc.textContent.slice(1));

describe('two people type the first characters of a new block at once', () => {
  // One delivered message between three keys is all it takes.
  function race(anchored: boolean): string[] {
    const net = inNewBlock(anchored);
    typeInLast(peer(net, 0), 'A', 'start');
    typeInLast(peer(net, 1), 'b', 'start');
    net.deliver(1, 0);
    typeInLast(peer(net, 0), 'C', 'start');
    net.settle();
    const result = texts(net);
    net.destroy();
    return result;
  }

  test('without anchors the binding loses or doubles characters: why they exist', () => {
    expect(race(false).map(sorted)).not.toEqual([sorted('AbC'), sorted('AbC')]);
  });

  test('[M19] with anchors each is there once', () => {
    expect(race(true).map(sorted)).toEqual([sorted('AbC'), sorted('AbC')]);
  });
});

test('[M19] each typed character is there once, in every order of keys and messages', () => {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const person = fc.nat(2);
  const step = fc.oneof(
    fc.record({ does: fc.constant('types' as const), who: person, where: fc.constantFrom('start', 'end') }),
    fc.record({ does: fc.constant('hears' as const), who: person, from: person, place: fc.nat(2) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const net = inNewBlock(true, 3);
      let typed = 0;
      for (const now of steps) {
        if (now.does === 'types') typeInLast(peer(net, now.who), LETTERS[typed++ % 52] ?? '', now.where);
        else if (now.place < net.waiting(now.from, now.who)) net.deliver(now.from, now.who, now.place);
      }
      net.settle();
      const found = texts(net);
      net.destroy();
      const expected = sorted(Array.from({ length: typed }, (_, index) => LETTERS[index % 52]).join(''));
      expect(found.map(sorted)).toEqual([expected, expected, expected]);
      expect(new Set(found).size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

describe('a row made in an editor', () => {
  function withRow(): LinkedEditors {
    const net = linkEditors(2, [FIRST, TABLE]);
    peer(net, 0).editor.commands.insertContentAt(IN_TABLE, ROW);
    net.settle();
    return net;
  }
  /** The elements that should hold text and have none: nobody may ever see one. */
  const bare = ({ doc }: Peer): string[] =>
    [...bodyOf(doc).createTreeWalker((node) => node instanceof Y.XmlElement && node.length === 0)].flatMap((node) =>
      node instanceof Y.XmlElement && node.nodeName !== 'riskTable' ? [node.nodeName] : [],
    );
  const firstCell = (at: Peer): string =>
    read(at.doc)
      .blocks.flatMap((block) => (block.type === 'riskTable' ? block.rows : []))
      .map((row) => plainText(row.risk))
      .join('|');

  test('[M19] leaves its author with the texts of its cells in the same update', () => {
    const author = linkEditors(2, [FIRST, TABLE]);
    peer(author, 0).editor.commands.insertContentAt(IN_TABLE, ROW);
    expect(author.waiting(0, 1)).toBe(1);
    author.deliver(0, 1);
    expect(bare(peer(author, 1))).toEqual([]);
    author.destroy();
  });

  test('[M29] goes with an undo and comes back whole with a redo', () => {
    const net = withRow();
    const { editor } = peer(net, 0);
    editor.commands.undo();
    net.settle();
    expect(peer(net, 1).editor.state.doc.lastChild?.childCount).toBe(0);
    editor.commands.redo();
    net.settle();
    expect(bare(peer(net, 1))).toEqual([]);
    for (const at of net.peers)
      at.editor.view.dispatch(at.editor.state.tr.insertText(`${at.doc.clientID}`, IN_TABLE + 2));
    net.settle();
    expect(net.peers.map(firstCell).map(sorted)).toEqual(['12', '12']);
    net.destroy();
  });

  test('[M29] stays when somebody else has typed in it before the undo of its making', () => {
    const net = withRow();
    peer(net, 1).editor.view.dispatch(peer(net, 1).editor.state.tr.insertText('mine', IN_TABLE + 2));
    net.settle();
    peer(net, 0).editor.commands.undo();
    net.settle();
    expect(net.peers.map(firstCell)).toEqual(['mine', 'mine']);
    net.destroy();
  });
});
