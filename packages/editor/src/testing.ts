import { schemaExtensions } from '@duet/blocks';
import { insertBlocks } from '@duet/document';
import type { Block } from '@duet/domain';
import { type AnyExtension, Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { sharedEditing } from './shared-editing.ts';

export { sharedEditing };

/** One person's editor with its own copy of the document. */
export interface Peer {
  readonly doc: Y.Doc;
  readonly editor: Editor;
}

/** Real editors on one document, joined by a network on which nothing moves until the test says so. */
export interface LinkedEditors {
  readonly peers: readonly Peer[];
  /** How many messages are under way from one peer to another. */
  waiting(from: number, to: number): number;
  /** Delivers the message at `place` in the queue (any order is possible on the way through a server that restarts). */
  deliver(from: number, to: number, place?: number): void;
  /** Delivers until nothing is under way: what was sent in answer too. */
  settle(): void;
  destroy(): void;
}

export function linkEditors(
  count: number,
  blocks: readonly Block[],
  extensions: (doc: Y.Doc) => readonly AnyExtension[] = sharedEditing,
): LinkedEditors {
  const first = new Y.Doc();
  insertBlocks(first, blocks);
  const seed = Y.encodeStateAsUpdate(first);
  first.destroy();

  const peers = Array.from({ length: count }, (_, index) => openPeer(index + 1, seed, extensions));
  const queues = peers.map(() => peers.map((): Uint8Array[] => []));
  const queue = (from: number, to: number): Uint8Array[] => queues[from]?.[to] ?? [];

  for (const [from, peer] of peers.entries()) {
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === NETWORK) return;
      for (const to of peers.keys()) if (to !== from) queue(from, to).push(update);
    });
  }
  const deliver = (from: number, to: number, place = 0): void => {
    const peer = peers[to];
    const [update] = queue(from, to).splice(place, 1);
    if (peer && update) Y.applyUpdate(peer.doc, update, NETWORK);
  };
  return {
    peers,
    waiting: (from, to) => queue(from, to).length,
    deliver,
    settle: () => {
      while (queues.flat().some((messages) => messages.length > 0)) {
        for (const from of peers.keys())
          for (const to of peers.keys()) while (queue(from, to).length > 0) deliver(from, to);
      }
    },
    destroy: () => {
      for (const peer of peers) {
        peer.editor.destroy();
        peer.doc.destroy();
      }
    },
  };
}

const NETWORK = 'network';

function openPeer(clientId: number, seed: Uint8Array, extensions: (doc: Y.Doc) => readonly AnyExtension[]): Peer {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, seed, NETWORK);
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...schemaExtensions(), ...extensions(doc)],
  });
  return { doc, editor };
}
