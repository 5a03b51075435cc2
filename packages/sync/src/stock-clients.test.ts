import { SavedTracker } from '@duet/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider as Provider3 } from 'y-websocket';
import { WebsocketProvider as Provider1 } from 'y-websocket-1';
import { WebsocketProvider as Provider2 } from 'y-websocket-2';
import * as Y from 'yjs';
import { eventually } from './testing/eventually.ts';
import { follower, member, SCHEMA, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, insertText } from './testing/texts.ts';

const versions = { '1.x': Provider1, '2.x': Provider2, '3.x': Provider3 };

let server: TestServer;
const providers: { destroy(): void }[] = [];
const complaints: unknown[][] = [];

beforeEach(async () => {
  server = await startTestServer();
  await server.create('doc', (doc) => insertText(doc, 'given'));
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void complaints.push(words));
  }
});
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy();
  await server.close();
  vi.restoreAllMocks();
  complaints.length = 0;
});

function connect(version: keyof typeof versions, who = member('ann'), doc = new Y.Doc()) {
  const provider = new versions[version](server.url, 'doc', doc, {
    params: { member: JSON.stringify(who), schema: SCHEMA },
    // The `ws` class is a browser's WebSocket as far as a provider can tell; its types say more than that.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  providers.push(provider);
  return { provider, doc };
}

const synced = (provider: { synced: boolean }) => eventually(() => expect(provider.synced).toBe(true));

describe.each(['1.x', '2.x', '3.x'] as const)('the stock y-websocket %s client', (version) => {
  it('[G4] [G5] syncs both ways and logs nothing', async () => {
    const [ann, bob] = [connect(version), connect(version, member('bob'))];
    await Promise.all([synced(ann.provider), synced(bob.provider)]);
    expect(bodyText(bob.doc)).toBe('given');
    insertText(ann.doc, 'hello ');
    await eventually(() => expect(bodyText(bob.doc)).toBe('hello given'));
    bob.doc.getXmlFragment('body').delete(1, 1);
    await eventually(() => expect(bodyText(ann.doc)).toBe('hello '));
    expect(complaints).toEqual([]);
  });

  it('[G17] sees who is here as the server knows them, and sees them leave', async () => {
    const [ann, bob] = [connect(version), connect(version, member('bob'))];
    await Promise.all([synced(ann.provider), synced(bob.provider)]);
    ann.provider.awareness.setLocalStateField('user', { name: 'Mallory', color: 'url(evil)' });
    ann.provider.awareness.setLocalStateField('cursor', { at: 3 });
    const annSeen = () => bob.provider.awareness.getStates().get(ann.doc.clientID);
    await eventually(() =>
      expect(annSeen()).toEqual({
        cursor: { at: 3 },
        user: { id: 'ann', name: 'ann', color: '#336699', side: 'product', role: 'participant' },
      }),
    );
    ann.provider.disconnect();
    await eventually(() => expect(annSeen()).toBeUndefined());
    // Back with the clock it had: a client would ignore it, so the server numbers what others hear.
    ann.provider.connect();
    await eventually(() => expect(annSeen()).toMatchObject({ cursor: { at: 3 } }));
    expect(complaints).toEqual([]);
  });

  it('[G1] brings offline work back on reconnect, with the saved state told by a tracker', async () => {
    const { provider, doc } = connect(version);
    const tracker = new SavedTracker(provider, Y.mergeUpdates);
    const seen: string[] = [];
    tracker.subscribe(() => seen.push(`${tracker.state.status} ${tracker.state.unsaved}`));
    await synced(provider);
    await eventually(() => expect(tracker.state).toEqual({ status: 'saved', unsaved: 0, reason: null }));
    provider.disconnect();
    insertText(doc, 'offline ');
    await eventually(() => expect(tracker.state).toEqual({ status: 'offline', unsaved: 1, reason: null }));
    provider.connect();
    await eventually(() => expect(tracker.state.status).toBe('saved'));
    expect(bodyText(await server.sync.read('doc'))).toBe('offline given');
    expect(seen).toEqual(expect.arrayContaining(['offline 1', 'saving 1', 'saved 0']));
    tracker.destroy();
  });

  it('[G16] learns that its edit was refused and keeps reading', async () => {
    const { provider, doc } = connect(version, follower('fay'));
    const tracker = new SavedTracker(provider, Y.mergeUpdates);
    await synced(provider);
    insertText(doc, 'forged ');
    await eventually(() => expect(tracker.state.status).toBe('refused'));
    expect(tracker.state.reason).toContain('not taken');
    await server.sync.edit('doc', 'server', (shared) => insertText(shared, 'real '));
    await eventually(() => expect(bodyText(doc)).toContain('real '));
    expect(bodyText(await server.sync.read('doc'))).toBe('real given');
  });
});

it('[G4] clients of all versions share one document', async () => {
  const all = (['1.x', '2.x', '3.x'] as const).map((version) => connect(version, member(version)));
  await Promise.all(all.map(({ provider }) => synced(provider)));
  for (const [index, { doc }] of all.entries()) insertText(doc, `${index} `);
  await eventually(() => {
    const texts = all.map(({ doc }) => bodyText(doc));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toHaveLength('0 1 2 given'.length);
  });
  expect(complaints).toEqual([]);
});
