import { openSimulatedStore } from '@duet/storage/testing';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RawClient } from './testing/raw-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

function typed(text: string, doc = new Y.Doc()): Uint8Array {
  doc.getText('body').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

describe('saved is saved', () => {
  it('[G1] [G4] a ping comes back byte for byte, after the update before it is in the store', async () => {
    server = await startTestServer();
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.update(typed('hello'));
    await client.saved();
    const stored = await server.store.load('doc');
    const doc = new Y.Doc();
    for (const { update } of stored?.updates ?? []) Y.applyUpdate(doc, update);
    expect(doc.getText('body').toString()).toBe('hello');
  });

  it('[G1] survives a power cut right after the acknowledgement', async () => {
    const store = await openSimulatedStore();
    server = await startTestServer({ store });
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.update(typed('hello'));
    await client.saved();
    const survivor = await store.crash('power');
    const again = await startTestServer({ store: survivor });
    expect((await again.sync.read('doc')).getText('body').toString()).toBe('hello');
    await again.close();
  });
});
