// @vitest-environment jsdom

import { readBlock } from '@duet/blocks';
import { arbitraryMeeting, block } from '@duet/blocks/testing';
import { bodyOf, read, uniqueIds } from '@duet/document';
import { plain } from '@duet/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { linkEditors } from './testing.ts';

test('an editor shows everything that a document holds, and opening it writes nothing', () => {
  fc.assert(
    fc.property(arbitraryMeeting(), ({ blocks }) => {
      fc.pre(blocks.length > 0);
      const net = linkEditors(1, blocks);
      const [peer] = net.peers;
      if (!peer) throw new Error('one editor was asked for');
      const identify = uniqueIds();
      expect(peer.editor.state.doc.children.map((node) => readBlock(node.toJSON(), identify))).toEqual(blocks);
      expect(Y.getState(peer.doc.store, peer.doc.clientID)).toBe(0);
      expect(read(peer.doc).blocks).toEqual(blocks);
      expect(bodyOf(peer.doc).length).toBe(blocks.length);
      net.destroy();
    }),
    { numRuns: 40 },
  );
});

test('an address that nobody made a link stays text, when it is opened and when a colleague types it', () => {
  const address = block('textBlock', { id: 'a', text: plain('https://example.com/a_b?c=d ') });
  const net = linkEditors(2, [address]);
  const [mine, theirs] = net.peers;
  if (!mine || !theirs) throw new Error('two editors were asked for');
  theirs.editor.commands.insertContentAt(theirs.editor.state.doc.content.size - 1, 'https://example.com/more now');
  net.settle();
  expect(Y.getState(mine.doc.store, mine.doc.clientID)).toBe(0);
  net.destroy();
});
