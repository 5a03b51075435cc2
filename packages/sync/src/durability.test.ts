import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStore } from '@duet/storage/level';
import { faultAt, noFaults, openSimulatedStore } from '@duet/storage/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { RawClient } from './testing/raw-client.ts';
import { slowStore } from './testing/slow-store.ts';
import { follower, member, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, insertText, typedBy } from './testing/texts.ts';

let server: TestServer;
afterEach(() => server.close());

describe('saved is saved', () => {
  it('[G1] [G4] a ping comes back byte for byte once the update before it is stored', async () => {
    server = await startTestServer();
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.update(typedBy(7, 'hello'));
    await client.saved();
    const stored = await server.store.load('doc');
    expect(stored?.updates.map(({ actor }) => actor)).toEqual(['ann']);
    expect(bodyText(await server.sync.read('doc'))).toBe('hello');
  });

  it('[G1] survives a power cut right after the acknowledgement', async () => {
    const store = await openSimulatedStore();
    server = await startTestServer({ store });
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.update(typedBy(7, 'hello'));
    await client.saved();
    const again = await startTestServer({ store: await store.crash('power') });
    expect(bodyText(await again.sync.read('doc'))).toBe('hello');
    await again.close();
  });

  it('[G1] holds with the store of production: what was acknowledged is in the folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duet-sync-'));
    const store = await openLevelStore({ folder });
    server = await startTestServer({ store });
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.update(typedBy(7, 'hello'));
    await client.saved();
    await server.close();
    await store.close();
    server = await startTestServer({ store: await openLevelStore({ folder }) });
    expect(bodyText(await server.sync.read('doc'))).toBe('hello');
    await server.store.close();
    await rm(folder, { recursive: true });
  });

  it('[G2] neither a reader nor the writer hears anything before the commit is done', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store });
    await server.create('doc');
    const writer = await RawClient.connect(server.url, 'doc');
    const reader = await RawClient.connect(server.url, 'doc', { member: follower('fay') });
    await Promise.all([writer.document(), reader.document()]);
    const commit = store.hold();
    writer.update(typedBy(7, 'secret'));
    const saved = writer.saved();
    await commit.reached;
    // The reader asks for everything while the commit hangs, and is told of nothing.
    expect(bodyText(await reader.document())).toBe('');
    await reader.saved();
    expect(reader.messages.filter(({ kind }) => kind === 'update')).toEqual([]);
    expect(writer.messages.filter(({ kind }) => kind === 'saved')).toEqual([]);
    commit.release();
    await saved;
    const heard = await reader.next('update');
    expect(heard.bytes).toEqual(typedBy(7, 'secret'));
  });

  it('[G3] what arrives while a commit runs is one next commit', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store });
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    const commit = store.hold();
    client.update(typedBy(1, 'a'));
    await commit.reached;
    const before = server.sync.stats().commits;
    for (let id = 2; id <= 30; id++) client.update(typedBy(id, 'b'));
    await client.read();
    commit.release();
    await client.saved();
    expect(server.sync.stats().commits).toBe(before + 2);
  });

  it('[G4] a ping with nothing before it is answered at once, a follower’s too', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store });
    await server.create('doc');
    const writer = await RawClient.connect(server.url, 'doc');
    const reader = await RawClient.connect(server.url, 'doc', { member: follower('fay') });
    const commit = store.hold();
    writer.update(typedBy(7, 'x'));
    await commit.reached;
    await reader.saved();
    commit.release();
    await writer.saved();
  });

  it('[G4] a ping behind a refused update is answered: it says durable, not accepted', async () => {
    server = await startTestServer();
    await server.create('doc');
    const reader = await RawClient.connect(server.url, 'doc', { member: follower('fay') });
    reader.update(typedBy(7, 'x'));
    await reader.saved();
    expect(reader.messages.map(({ kind }) => kind)).toContain('denied');
  });

  it('[G4] a ping with an overlong payload is a bad frame', async () => {
    server = await startTestServer();
    await server.create('doc');
    const client = await RawClient.connect(server.url, 'doc');
    client.send(Uint8Array.of(102, 0x81, 0x08, ...new Uint8Array(1025)));
    expect((await client.closed).code).toBe(4400);
  });
});

describe('loading', () => {
  it('[G5] nothing is said before the document is loaded', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store, idleMs: 0 });
    await server.create('doc', (doc) => insertText(doc, 'whole'));
    await eventually(() => expect(server.sync.stats().rooms).toBe(0));
    const load = store.holdLoad();
    const client = await RawClient.connect(server.url, 'doc');
    const document = client.document();
    await load.reached;
    client.send(Uint8Array.of(3));
    expect(client.messages).toEqual([]);
    load.release();
    expect(bodyText(await document)).toBe('whole');
  });

  it('[G5] a load error closes with 1011 and never serves an empty document', async () => {
    server = await startTestServer({ settings: () => Promise.reject(new Error('no such meeting')) });
    const client = await RawClient.connect(server.url, 'doc');
    expect((await client.closed).code).toBe(1011);
    expect(client.messages).toEqual([]);
    expect(server.sync.stats().rooms).toBe(0);
  });

  it('[G5] a document that was never made closes with 1011', async () => {
    server = await startTestServer();
    const client = await RawClient.connect(server.url, 'nothing-here');
    expect((await client.closed).code).toBe(1011);
    expect(client.messages).toEqual([]);
    await expect(server.sync.read('nothing-here')).rejects.toThrow('does not exist');
  });

  it('[G5] a load that failed is tried again by whoever comes next', async () => {
    let broken = true;
    server = await startTestServer({
      settings: async () => {
        if (broken) throw new Error('for now');
        return { schema: '1', locked: false };
      },
    });
    await server.store.commit([{ kind: 'update', document: 'doc', update: typedBy(1, 'here'), actor: 'server' }]);
    const [first, second] = await Promise.all([
      RawClient.connect(server.url, 'doc'),
      RawClient.connect(server.url, 'doc'),
    ]);
    expect([(await first.closed).code, (await second.closed).code]).toEqual([1011, 1011]);
    broken = false;
    expect(bodyText(await (await RawClient.connect(server.url, 'doc')).document())).toBe('here');
  });
});

describe('a poisoned store', () => {
  it('[G6] ends acknowledgements, sockets and, through onFatal, the process', async () => {
    let failing = false;
    const store = await openSimulatedStore({
      faults: (step, index) => (failing ? faultAt(index, 'ENOSPC') : noFaults)(step, index),
    });
    server = await startTestServer({ store });
    await server.create('doc');
    await server.create('other');
    const writer = await RawClient.connect(server.url, 'doc');
    const bystander = await RawClient.connect(server.url, 'other', { member: member('bob') });
    await Promise.all([writer.document(), bystander.document()]);
    failing = true;
    writer.update(typedBy(7, 'lost'));
    await expect(writer.saved()).rejects.toThrow('1011');
    expect((await bystander.closed).code).toBe(1011);
    expect(server.fatal).toHaveLength(1);
    const late = await RawClient.connect(server.url, 'doc');
    expect((await late.closed).code).toBe(1011);
    expect(writer.messages.filter(({ kind }) => kind === 'saved')).toEqual([]);
  });
});
