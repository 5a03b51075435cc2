import { savedMessage, updateMessage } from '@duet/protocol';
import { openSimulatedStore } from '@duet/storage/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Limits } from './sync-server.ts';
import { eventually } from './testing/eventually.ts';
import { RawClient } from './testing/raw-client.ts';
import { slowStore } from './testing/slow-store.ts';
import { follower, member, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, changeOf, insertText, replica, typedBy } from './testing/texts.ts';

let server: TestServer;
afterEach(() => server.close());

async function start(limits: Partial<Limits> = {}): Promise<void> {
  server = await startTestServer({ limits });
  await server.create('doc');
}
const connect = (options?: Parameters<typeof RawClient.connect>[2]) => RawClient.connect(server.url, 'doc', options);
const stored = async () => (await server.store.load('doc'))?.updates.length ?? 0;

/** A text as long as asked, in one update. */
const long = (clientID: number, length: number) => typedBy(clientID, 'x'.repeat(length));

describe('sizes', () => {
  it('[G21] a frame over the limit closes 4413 and stores nothing', async () => {
    await start({ frameBytes: 1000 });
    const ann = await connect();
    ann.update(long(1, 1001));
    expect((await ann.closed).code).toBe(4413);
    expect(await stored()).toBe(0);
  });

  it('[G21] the first step 2 may be as large as the document, the second may not', async () => {
    await start({ frameBytes: 1000, documentBytes: 100_000, bytesPerSecond: 2000 });
    const ann = await connect();
    ann.step2(long(1, 50_000));
    await ann.saved();
    expect(await stored()).toBe(1);
    ann.step2(long(2, 1001));
    expect((await ann.closed).code).toBe(4413);
  });

  it('[G21] a document does not grow over its limit; deleting makes room', async () => {
    await start({ documentBytes: 10_000 });
    const ann = await connect();
    const doc = replica(1);
    ann.update(changeOf(doc, () => insertText(doc, 'x'.repeat(9000))));
    await ann.saved();
    const bob = await connect({ member: member('bob') });
    bob.update(long(2, 2000));
    expect((await bob.closed).code).toBe(4413);
    ann.update(changeOf(doc, () => doc.getXmlFragment('body').delete(0, 1)));
    await ann.saved();
    ann.update(long(3, 2000));
    await ann.saved();
    expect(bodyText(await server.sync.read('doc'))).toHaveLength(2000);
  });

  it('[G21] [G23] types nested deeper than the limit close 4413 and are not stored', async () => {
    await start({ nesting: 8 });
    const nested = (depth: number) => {
      const doc = replica(depth);
      let parent: Y.XmlFragment = doc.getXmlFragment('body');
      for (let i = 1; i < depth; i++) {
        const child = new Y.XmlElement('deep');
        parent.insert(0, [child]);
        parent = child;
      }
      return doc;
    };
    const [ann, bob] = [await connect(), await connect({ member: member('bob') })];
    ann.update(Y.encodeStateAsUpdate(nested(9)));
    await ann.saved();
    bob.update(Y.encodeStateAsUpdate(nested(10)));
    expect((await bob.closed).code).toBe(4413);
    expect(await stored()).toBe(1);
  });

  it('[G21] nesting is counted through the document, one level at a time', async () => {
    await start({ nesting: 8 });
    const ann = await connect();
    const doc = replica(1);
    let parent: Y.XmlFragment = doc.getXmlFragment('body');
    for (let i = 1; i < 20; i++) {
      const child = new Y.XmlElement('deep');
      ann.update(changeOf(doc, () => parent.insert(0, [child])));
      parent = child;
    }
    expect((await ann.closed).code).toBe(4413);
    expect(await stored()).toBe(8);
  });

  it('[G21] values nested deeper than the limit close 4413', async () => {
    await start({ nesting: 8 });
    const ann = await connect();
    let value: unknown = 'deep';
    for (let i = 0; i < 20; i++) value = [value];
    ann.update(changeOf(replica(1), (doc) => doc.getMap('meeting').set('value', value)));
    expect((await ann.closed).code).toBe(4413);
    expect(await stored()).toBe(0);
  });
});

describe('updates that wait for others', () => {
  it('[G21] are held, with the ping behind them, until what they need has come', async () => {
    await start();
    const ann = await connect();
    const doc = replica(1);
    const first = changeOf(doc, () => insertText(doc, 'first'));
    const second = changeOf(doc, () => insertText(doc, 'second '));
    ann.update(second);
    const saved = ann.saved();
    await ann.read();
    expect(await stored()).toBe(0);
    expect(ann.messages.filter(({ kind }) => kind === 'saved')).toEqual([]);
    ann.step2(first);
    await saved;
    expect(bodyText(await server.sync.read('doc'))).toBe('second first');
  });

  it('[G21] are released by what another client brings', async () => {
    await start();
    const [ann, bob] = [await connect(), await connect({ member: member('bob') })];
    const given = typedBy(1, 'given');
    const doc = replica(2, given);
    ann.update(changeOf(doc, () => insertText(doc, 'mine ')));
    const saved = ann.saved();
    await ann.read();
    bob.update(given);
    await saved;
    expect(bodyText(await server.sync.read('doc'))).toBe('mine given');
  });

  it('[G21] that delete what is not there yet wait too', async () => {
    await start();
    const ann = await connect();
    const doc = replica(1);
    const given = changeOf(doc, () => insertText(doc, 'gone'));
    ann.update(changeOf(doc, () => doc.getXmlFragment('body').delete(0, 1)));
    const saved = ann.saved();
    await ann.read();
    ann.update(given);
    await saved;
    expect(bodyText(await server.sync.read('doc'))).toBe('');
  });

  it('[G21] [G23] close the socket beyond the limit, and nothing of them is stored', async () => {
    await start({ pendingBytes: 500 });
    const ann = await connect();
    const doc = replica(1);
    insertText(doc, 'never sent');
    for (let i = 0; i < 30; i++) ann.update(changeOf(doc, () => insertText(doc, 'lost')));
    expect((await ann.closed).code).toBe(4413);
    expect(await stored()).toBe(0);
  });
});

describe('rates', () => {
  it('[G21] a burst of twice the rate passes, more closes 4429, and what passed is kept', async () => {
    await start({ updatesPerSecond: 10 });
    const ann = await connect();
    for (let id = 1; id <= 20; id++) ann.update(typedBy(id, '.'));
    await ann.saved();
    for (let id = 21; id <= 60; id++) ann.update(typedBy(id, '.'));
    expect((await ann.closed).code).toBe(4429);
    await eventually(async () => expect(await stored()).toBeGreaterThanOrEqual(20));
  });

  it('[G3] [G21] who is allowed to be faster than the disk is read from as fast as the disk goes', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store, limits: { updatesPerSecond: 100_000, bytesPerSecond: 100_000_000 } });
    await server.create('doc');
    const [ann, bob] = [await connect(), await connect({ member: member('bob') })];
    const commit = store.hold();
    const text = replica(1).getText('typed');
    text.doc?.on('update', (update: Uint8Array) => ann.update(update));
    for (let i = 0; i < 20_000; i++) text.insert(i, '.');
    await commit.reached;
    // Time enough to read all of it, and to be cut off for what nobody writes down.
    for (let i = 0; i < 30; i++) await bob.document();
    commit.release();
    await ann.saved();
    expect((await server.sync.read('doc')).getText('typed')).toHaveLength(20_000);
  });

  it('[G21] bytes are limited as well', async () => {
    await start({ bytesPerSecond: 1000 });
    const ann = await connect();
    ann.update(long(1, 1500));
    ann.update(long(2, 1500));
    expect((await ann.closed).code).toBe(4429);
  });

  it('[G21] awareness, pings and questions have a bucket of their own', async () => {
    await start({ updatesPerSecond: 10 });
    const ann = await connect();
    for (let i = 1; i <= 30; i++) ann.awareness(1, i, {});
    for (let id = 1; id <= 18; id++) ann.update(typedBy(id, '.'));
    await ann.saved();
    for (let i = 0; i < 100; i++) ann.send(savedMessage(Uint8Array.of(i)));
    expect((await ann.closed).code).toBe(4429);
  });
});

describe('connections', () => {
  it('[G21] beyond those of a document or of an address close 4429, and a place that gets free is free', async () => {
    await start({ connectionsPerDocument: 2, connectionsPerAddress: 3 });
    await server.create('other');
    const first = await connect({ address: '10.0.0.1' });
    await connect({ address: '10.0.0.1' });
    expect((await (await connect({ address: '10.0.0.2' })).closed).code).toBe(4429);
    await RawClient.connect(server.url, 'other', { address: '10.0.0.1' });
    const fourth = await RawClient.connect(server.url, 'other', { address: '10.0.0.1' });
    expect((await fourth.closed).code).toBe(4429);
    first.close();
    await eventually(() => expect(server.sync.stats().sockets).toBe(2));
    const again = await connect({ address: '10.0.0.1' });
    await again.document();
  });
});

describe('slow readers', () => {
  it('[G22] are closed 1013 and cut though they do not read; the others go on', async () => {
    await start({ updatesPerSecond: 100_000, bytesPerSecond: 1e9, documentBytes: 1e9 });
    const slow = await connect({ member: follower('slow') });
    await slow.document();
    slow.socket.pause();
    const writer = await connect();
    await writer.document();
    for (let id = 1; id <= 40; id++) {
      writer.update(long(id, 500_000));
      await writer.saved();
    }
    await eventually(() => expect(server.sync.stats().sockets).toBe(1));
    expect(server.sync.stats().bufferedBytes).toBeLessThan(1024 * 1024);
  });

  it('[G22] are told only the newest awareness when they read on', async () => {
    await start({ updatesPerSecond: 100_000, bytesPerSecond: 1e9, documentBytes: 1e9 });
    const [slow, ann] = [await connect({ member: follower('slow') }), await connect()];
    await Promise.all([slow.document(), ann.document()]);
    slow.socket.pause();
    for (let id = 1; server.sync.stats().bufferedBytes < 1.5 * 1024 * 1024; id++) {
      ann.update(long(id, 250_000));
      await ann.saved();
    }
    for (let clock = 1; clock <= 50; clock++) {
      ann.awareness(1, clock, { cursor: clock });
      await ann.read();
    }
    slow.socket.resume();
    const { entries } = await slow.next('awareness', (message) => message.entries.some(({ client }) => client === 1));
    expect(entries.map(({ json }) => JSON.parse(json).cursor)).toEqual([50]);
  });

  it('[G22] a document larger than that limit still reaches a reader', async () => {
    await start();
    const writer = await connect();
    writer.step2(long(1, 8_000_000));
    await writer.saved();
    const reader = await connect({ member: follower('fay') });
    writer.update(typedBy(2, 'and on '));
    await writer.saved();
    expect(bodyText(await reader.document())).toHaveLength(8_000_007);
  });
});

describe('abuse', () => {
  it('[G19] a text frame closes 4400', async () => {
    await start();
    const ann = await connect();
    ann.socket.send('hello');
    expect((await ann.closed).code).toBe(4400);
  });

  it.each([
    ['nothing', []],
    ['an unknown type', [77]],
    ['an auth message', [2, 0, 0]],
    ['an unknown sync type', [0, 9, 0]],
    ['a truncated number', [0, 0x80]],
    ['an endless number', [0, 2, ...new Array(20).fill(0xff)]],
    ['a length beyond the frame', [0, 2, 0xff, 0xff, 0xff, 0x7f, 1]],
    ['bytes behind the message', [3, 0]],
    ['an update that is none', [0, 2, 3, 255, 255, 255]],
    ['bytes behind the update', [0, 2, 3, 0, 0, 9]],
    ['a state vector that is none', [0, 0, 2, 9, 9]],
    ['a truncated awareness update', [1, 2, 1, 1]],
  ])('[G23] %s closes 4400, stores nothing and leaves the others alone', async (_what, bytes) => {
    await start();
    const [ann, bob] = [await connect(), await connect({ member: member('bob') })];
    ann.send(Uint8Array.from(bytes));
    expect((await ann.closed).code).toBe(4400);
    expect(await stored()).toBe(0);
    bob.update(typedBy(1, 'fine'));
    await bob.saved();
  });

  it('[G23] random frames never end the process, and nothing of them is stored', async () => {
    await start();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom([], [0, 2], [0, 1], [1], [102]),
        async (bytes, head) => {
          const ann = await connect();
          ann.send(Uint8Array.from([...head, ...bytes]));
          ann.close();
          await ann.closed;
        },
      ),
      { numRuns: 300 },
    );
    expect(await stored()).toBe(0);
    const bob = await connect();
    bob.update(typedBy(1, 'fine'));
    await bob.saved();
  });

  it('[G15] the same client id with other content is refused, reported and never merged', async () => {
    await start();
    const [ann, copy] = [await connect(), await connect()];
    ann.update(typedBy(1, 'mine'));
    await ann.saved();
    copy.update(typedBy(1, 'else'));
    expect((await copy.closed).code).toBe(4400);
    expect(copy.messages.some(({ kind }) => kind === 'denied')).toBe(true);
    expect(server.sync.stats().contradictions).toBe(1);
    expect(server.warnings).toHaveLength(1);
    expect(bodyText(await server.sync.read('doc'))).toBe('mine');
  });

  it('[G15] the same content again, cut in other pieces, is no contradiction', async () => {
    await start();
    const ann = await connect();
    const doc = replica(1);
    const pieces = ['one ', 'two ', 'three'].map((word) =>
      changeOf(doc, () => doc.getText('notes').insert(doc.getText('notes').length, word)),
    );
    for (const piece of pieces) ann.update(piece);
    ann.step2(Y.encodeStateAsUpdate(doc));
    for (const piece of pieces) ann.send(updateMessage(piece));
    await ann.saved();
    expect(server.sync.stats().contradictions).toBe(0);
    expect((await server.sync.read('doc')).getText('notes').toString()).toBe('one two three');
  });
});
