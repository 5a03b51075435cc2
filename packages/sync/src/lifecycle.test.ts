import { openSimulatedStore } from '@duet/storage/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { eventually } from './testing/eventually.ts';
import { RawClient } from './testing/raw-client.ts';
import { slowStore } from './testing/slow-store.ts';
import { follower, member, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, changeOf, insertText, replica, typedBy } from './testing/texts.ts';

let server: TestServer;
afterEach(() => server.close());

/** Somebody who typed offline. */
function typist(text: string): Y.Doc {
  const doc = new Y.Doc();
  insertText(doc, text);
  return doc;
}

const unloaded = () => eventually(() => expect(server.sync.stats().rooms).toBe(0));

describe('a room', () => {
  it('[G24] is unloaded after its last socket left, and loads again as it was', async () => {
    server = await startTestServer({ idleMs: 0 });
    await server.create('doc');
    const ann = await RawClient.connect(server.url, 'doc');
    ann.update(typedBy(1, 'kept'));
    await ann.saved();
    expect(server.sync.stats().rooms).toBe(1);
    ann.close();
    await unloaded();
    const again = await RawClient.connect(server.url, 'doc');
    expect(bodyText(await again.document())).toBe('kept');
  });

  it('[G24] stays while somebody is there', async () => {
    server = await startTestServer({ idleMs: 0 });
    await server.create('doc');
    const [ann, bob] = [await RawClient.connect(server.url, 'doc'), await RawClient.connect(server.url, 'doc')];
    await Promise.all([ann.document(), bob.document()]);
    ann.close();
    await ann.closed;
    bob.update(typedBy(1, 'here'));
    await bob.saved();
    expect(server.sync.stats().rooms).toBe(1);
  });

  it('[G24] a thousand opened and closed leave nothing behind', async () => {
    server = await startTestServer({ idleMs: 0 });
    const names = Array.from({ length: 1000 }, (_, index) => `doc-${index}`);
    for (const name of names) await server.create(name, (doc) => insertText(doc, 'x'.repeat(1000)));
    await unloaded();
    expect(server.sync.stats()).toMatchObject({ rooms: 0, sockets: 0, bufferedBytes: 0 });
  });

  it('opens once for many that come at once', async () => {
    const settings = vi.fn(async () => ({ schema: '1', locked: false }));
    server = await startTestServer({ settings });
    await server.store.commit([{ kind: 'update', document: 'doc', update: typedBy(1, 'one'), actor: 'server' }]);
    const clients = await Promise.all(Array.from({ length: 20 }, () => RawClient.connect(server.url, 'doc')));
    for (const client of clients) expect(bodyText(await client.document())).toBe('one');
    expect(settings).toHaveBeenCalledOnce();
  });

  it('opens locked when its owner says so', async () => {
    server = await startTestServer({ settings: async () => ({ schema: '1', locked: true }) });
    await server.create('doc', (doc) => insertText(doc, 'final'));
    const ann = await RawClient.connect(server.url, 'doc');
    ann.update(typedBy(1, 'late'));
    await ann.saved();
    expect([bodyText(await server.sync.read('doc')), server.late.length]).toEqual(['final', 1]);
  });
});

describe('compaction', () => {
  it('[G8] replaces a long log by a snapshot that reads back the same', async () => {
    const store = await openSimulatedStore();
    server = await startTestServer({ store, idleMs: 0, limits: { updatesPerSecond: 100_000, bytesPerSecond: 1e9 } });
    await server.create('doc');
    const ann = await RawClient.connect(server.url, 'doc');
    const doc = replica(1);
    for (let i = 0; i < 5500; i++) ann.update(changeOf(doc, () => doc.getText('notes').insert(i >> 1, `${i % 10}`)));
    await ann.saved();
    await eventually(async () => expect((await store.load('doc'))?.snapshot).not.toBeNull());
    ann.update(changeOf(doc, () => doc.getText('notes').delete(10, 100)));
    await ann.saved();
    ann.close();
    await unloaded();
    const again = await RawClient.connect(server.url, 'doc');
    expect((await again.document()).getText('notes').toString()).toBe(doc.getText('notes').toString());
  });

  it('[G8] makes writers wait that are faster, so the log between two snapshots stays short', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store, limits: { updatesPerSecond: 100_000, bytesPerSecond: 1e9 } });
    await server.create('doc');
    const [ann, bob] = [await RawClient.connect(server.url, 'doc'), await RawClient.connect(server.url, 'doc')];
    const written = async () => (await store.load('doc'))?.head ?? 0;
    const compaction = store.holdCompaction();
    const doc = replica(1);
    for (let i = 0; i < 12_000; i++) ann.update(changeOf(doc, () => doc.getText('notes').insert(i, 'x')));
    await compaction.reached;
    await eventually(async () => expect(await written()).toBeGreaterThan(4000));
    for (let i = 0; i < 50; i++) await bob.read();
    expect(await written()).toBeLessThan(8000);
    compaction.release();
    await ann.saved();
    expect(await written()).toBeGreaterThan(12_000);
  });
});

describe('closing', () => {
  it('[G11] commits what was received, closes 1012 and takes nobody new', async () => {
    server = await startTestServer();
    await server.create('doc');
    const clients = await Promise.all(
      [1, 2, 3].map((id) => RawClient.connect(server.url, 'doc', { member: member(`m${id}`) })),
    );
    for (const [index, client] of clients.entries()) client.update(typedBy(index + 1, `${index}`));
    await Promise.all(clients.map((client) => client.read()));
    const closing = server.sync.close();
    const late = await RawClient.connect(server.url, 'doc');
    expect((await late.closed).code).toBe(1012);
    await closing;
    for (const client of clients) expect((await client.closed).code).toBe(1012);
    const doc = replica(9, ...((await server.store.load('doc'))?.updates ?? []).map(({ update }) => update));
    expect(bodyText(doc)).toHaveLength(3);
  });
});

describe('calls of the server itself while it closes', () => {
  it('[G11] the ones under way are done, whether their document is loaded already or not', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store });
    await server.create('doc', (doc) => insertText(doc, 'old '));
    await server.sync.close();
    const again = await startTestServer({ store });
    const load = store.holdLoad();
    const edit = again.sync.edit('doc', 'server', (doc) => insertText(doc, 'new '));
    await load.reached;
    const closed = again.close();
    load.release();
    await Promise.all([edit, closed]);
    const doc = replica(9, ...((await store.load('doc'))?.updates ?? []).map(({ update }) => update));
    expect(bodyText(doc)).toContain('new ');
  });

  it('[G11] later ones are refused in words', async () => {
    server = await startTestServer();
    await server.create('doc');
    await server.sync.close();
    const edit = server.sync.edit('doc', 'server', (doc) => insertText(doc, 'late'));
    await expect(edit).rejects.toMatchObject({ code: 'closed', message: expect.stringContaining('try again') });
  });
});

describe('the handshake', () => {
  it('[G12] a client that has something for the server is asked first and told after', async () => {
    server = await startTestServer();
    await server.create('doc', (doc) => insertText(doc, 'given'));
    const doc = typist('mine ');
    const ann = await RawClient.connect(server.url, 'doc');
    const answer = ann.document(doc);
    await ann.next('step1');
    await ann.read();
    expect(ann.messages.filter(({ kind }) => kind === 'step2')).toEqual([]);
    ann.step2(Y.encodeStateAsUpdate(doc));
    const text = bodyText(await answer);
    expect(text).toContain('mine ');
    expect(text).toContain('given');
  });

  it('[G12] one that never answers is told all the same', async () => {
    server = await startTestServer();
    await server.create('doc', (doc) => insertText(doc, 'given'));
    const ann = await RawClient.connect(server.url, 'doc');
    expect(bodyText(await ann.document(typist('mine ')))).toContain('given');
  });

  it('[G5] a follower is told at once, whatever it has', async () => {
    server = await startTestServer();
    await server.create('doc', (doc) => insertText(doc, 'given'));
    const fay = await RawClient.connect(server.url, 'doc', { member: follower('fay') });
    await fay.next('step1');
    const [answer] = await Promise.all([fay.document(typist('mine ')), fay.read()]);
    expect(bodyText(answer)).toContain('given');
  });
});
