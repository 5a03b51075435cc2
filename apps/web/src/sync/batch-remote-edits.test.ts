// @vitest-environment jsdom
import { awarenessMessage, step2Message, updateMessage } from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { test as base, expect, onTestFinished } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { batchRemoteEdits } from './batch-remote-edits.ts';

interface Fixture {
  readonly provider: WebsocketProvider;
  /** A frame as the server sends it. */
  readonly receive: (frame: Uint8Array) => void;
  /** The page draws. */
  readonly draw: () => void;
  /** A letter that somebody else typed. */
  readonly typed: () => Uint8Array;
  readonly stop: () => void;
}

const test = base.extend<{ page: Fixture }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs.
  page: async ({}, use) => {
    const provider = new WebsocketProvider('ws://nowhere.invalid', 'm', new Y.Doc(), {
      connect: false,
      disableBc: true,
    });
    let draw: (() => void) | null = null;
    const stop = batchRemoteEdits(provider, {
      ask: (callback) => {
        draw = callback;
        return () => {
          draw = null;
        };
      },
      destroy: () => {},
    });
    const other = new Y.Doc();
    await use({
      provider,
      receive: (frame) => {
        const decoder = decoding.createDecoder(frame);
        const type = decoding.readVarUint(decoder);
        provider.messageHandlers[type]?.(encoding.createEncoder(), decoder, provider, true, type);
      },
      draw: () => draw?.(),
      typed: () => {
        const before = Y.encodeStateVector(other);
        other.getText('t').insert(other.getText('t').length, 'x');
        return Y.encodeStateAsUpdate(other, before);
      },
      stop,
    });
    provider.destroy();
  },
});

test('[M20] what others type between two frames comes as one change when the page draws', ({ page }) => {
  const updates: unknown[] = [];
  page.provider.doc.on('update', (_, origin) => updates.push(origin));
  for (let n = 0; n < 5; n++) page.receive(updateMessage(page.typed()));
  expect(updates).toEqual([]);
  page.draw();
  // Its origin keeps the provider from sending it back.
  expect(updates).toEqual([page.provider]);
  expect(page.provider.doc.getText('t').toString()).toBe('xxxxx');
});

test('carets wait for the text that they stand in', ({ page }) => {
  const other = new Awareness(new Y.Doc());
  onTestFinished(() => other.destroy());
  other.setLocalState({ cursor: 1 });
  page.receive(updateMessage(page.typed()));
  page.receive(awarenessMessage(encodeAwarenessUpdate(other, [other.clientID])));
  expect(page.provider.awareness.getStates().has(other.clientID)).toBe(false);
  page.draw();
  expect(page.provider.awareness.getStates().get(other.clientID)).toEqual({ cursor: 1 });
});

test('the first whole state finds what came before it taken over, and does not wait', ({ page }) => {
  page.receive(updateMessage(page.typed()));
  page.receive(step2Message(page.typed()));
  expect(page.provider.doc.getText('t').toString()).toBe('xx');
  expect(page.provider.synced).toBe(true);
});

test.for(['connection-close', 'stop'] as const)('at %s nothing that arrived is left out', (end, { page }) => {
  page.receive(updateMessage(page.typed()));
  if (end === 'stop') page.stop();
  else page.provider.emit('connection-close', [null, page.provider]);
  expect(page.provider.doc.getText('t').toString()).toBe('x');
});

test('one’s own key is not held up by what waits', ({ page }) => {
  page.receive(updateMessage(page.typed()));
  page.provider.doc.getText('own').insert(0, 'a');
  expect(page.provider.doc.getText('own').toString()).toBe('a');
  page.draw();
  expect(page.provider.doc.getText('t').toString()).toBe('x');
});
