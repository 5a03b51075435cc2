import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { eventually } from './testing/eventually.ts';
import { RawClient } from './testing/raw-client.ts';
import { follower, member, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, changeOf, insertText, replica, typedBy } from './testing/texts.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.create('doc', (doc) => insertText(doc, 'given'));
});
afterEach(() => server.close());

const connect = (options?: Parameters<typeof RawClient.connect>[2]) => RawClient.connect(server.url, 'doc', options);
const body = async () => bodyText(await server.sync.read('doc'));
const denials = (client: RawClient) => client.messages.filter(({ kind }) => kind === 'denied').length;

describe('a follower', () => {
  it('[G16] is refused when it sends a struct the server lacks, and reads on', async () => {
    const fay = await connect({ member: follower('fay') });
    const ann = await connect();
    fay.update(typedBy(9, 'forged'));
    fay.step2(typedBy(10, 'forged too'));
    await fay.saved();
    expect(denials(fay)).toBe(2);
    ann.update(typedBy(7, 'real '));
    await fay.next('update');
    expect(await body()).toBe('real given');
  });

  it('[G16] is refused when it deletes something that is there', async () => {
    const fay = await connect({ member: follower('fay') });
    const doc = await fay.document();
    fay.update(changeOf(doc, () => doc.getXmlFragment('body').delete(0, 1)));
    await fay.saved();
    expect(denials(fay)).toBe(1);
    expect(await body()).toBe('given');
  });

  it('[G16] is not told anything when its answer to step 1 holds only what the server has', async () => {
    await server.sync.edit('doc', 'server', (doc) => doc.getXmlFragment('body').delete(0, 1));
    const fay = await connect({ member: follower('fay') });
    const doc = await fay.document();
    fay.step2(Y.encodeStateAsUpdate(doc));
    await fay.saved();
    expect(denials(fay)).toBe(0);
  });

  it('[G16] that sends an update with a gap is refused, not held', async () => {
    const fay = await connect({ member: follower('fay') });
    const doc = replica(9);
    insertText(doc, 'first');
    fay.update(changeOf(doc, () => insertText(doc, 'second')));
    await fay.saved();
    expect(denials(fay)).toBe(1);
  });
});

describe('a change of rights', () => {
  it('[G16] to follower takes effect on the live socket', async () => {
    const ann = await connect();
    ann.update(typedBy(7, 'before '));
    await ann.saved();
    server.sync.memberChanged('doc', 'ann', follower('ann'));
    ann.update(typedBy(8, 'after '));
    await ann.saved();
    expect(denials(ann)).toBe(1);
    expect(await body()).toBe('before given');
  });

  it('[G16] to participant asks the client for what was refused before', async () => {
    const ann = await connect({ member: follower('ann') });
    await ann.document();
    ann.update(typedBy(8, 'kept '));
    await ann.saved();
    const asked = ann.messages.length;
    server.sync.memberChanged('doc', 'ann', member('ann'));
    await ann.next('step1', undefined, asked);
    ann.step2(typedBy(8, 'kept '));
    await ann.saved();
    expect(await body()).toBe('kept given');
  });

  it('[G16] that withdraws membership closes 4403, and nothing sent after counts', async () => {
    const [ann, second] = [await connect(), await connect()];
    server.sync.memberChanged('doc', 'ann', null);
    ann.update(typedBy(8, 'too late'));
    expect([(await ann.closed).code, (await second.closed).code]).toEqual([4403, 4403]);
    expect(await body()).toBe('given');
  });
});

describe('the schema gate', () => {
  it('[G13] lets a client without a schema read, refuses its writes and never closes it', async () => {
    const old = await connect({ schema: null });
    expect(bodyText(await old.document())).toBe('given');
    old.update(typedBy(9, 'x'));
    await old.saved();
    old.update(typedBy(10, 'y'));
    await old.saved();
    expect(denials(old)).toBe(2);
    expect(await body()).toBe('given');
  });

  it('[G13] lets a client of another schema read and closes it 4426 at its first write', async () => {
    const old = await connect({ schema: '0' });
    const doc = await old.document();
    old.step2(Y.encodeStateAsUpdate(doc));
    await old.saved();
    // An old page deletes the blocks it does not know.
    old.update(changeOf(doc, () => doc.getXmlFragment('body').delete(0, 1)));
    expect((await old.closed).code).toBe(4426);
    expect(await body()).toBe('given');
  });
});

describe('a follower with a page of another schema', () => {
  it('[G13] [G16] is refused for the role, and reads on', async () => {
    const old = await connect({ schema: '0', member: follower('ann') });
    await old.document();
    old.update(typedBy(9, 'x'));
    await old.saved();
    expect(denials(old)).toBe(1);
    expect(await body()).toBe('given');
  });
});

describe('a locked document', () => {
  const lock = () => server.sync.lock('doc', async () => ({ changes: [], result: null }));

  it('[G14] keeps what a writer sends for its author, durable before the ping, and merges nothing', async () => {
    const ann = await connect();
    await ann.document();
    await lock();
    ann.update(typedBy(7, 'too late'));
    await ann.saved();
    expect(server.late).toMatchObject([{ document: 'doc', text: 'too late', member: { id: 'ann' } }]);
    expect(denials(ann)).toBe(1);
    expect(await body()).toBe('given');
  });

  it('[G14] keeps late edits that lean on late edits, outside the limit for waiting ones', async () => {
    await server.close();
    server = await startTestServer({ limits: { pendingBytes: 10 } });
    await server.create('doc');
    const ann = await connect();
    await lock();
    const doc = replica(9);
    for (const word of ['one ', 'two ', 'three']) ann.update(changeOf(doc, () => insertText(doc, word)));
    await ann.saved();
    expect(server.late.map(({ text }) => text)).toEqual(['one ', 'two ', 'three']);
  });

  it('[G14] tells the writer of a late edit that its owner refuses, and stays open', async () => {
    await server.close();
    let full = true;
    const kept: string[] = [];
    server = await startTestServer({
      onLateUpdate: async ({ text }) => {
        if (full) throw new Error('no room for more');
        kept.push(text);
      },
    });
    await server.create('doc');
    const ann = await connect();
    await lock();
    ann.update(typedBy(7, 'too much'));
    await ann.saved();
    expect(ann.messages.findLast(({ kind }) => kind === 'denied')).toMatchObject({
      reason: expect.stringContaining('not taken'),
    });
    full = false;
    ann.update(typedBy(7, 'too much'));
    await ann.saved();
    expect(kept).toEqual(['too much']);
    expect(ann.messages.findLast(({ kind }) => kind === 'denied')).toMatchObject({
      reason: expect.stringContaining('kept for you'),
    });
  });

  it('[G14] reports the words once though a client that reconnects sends them again', async () => {
    await lock();
    for (let i = 0; i < 2; i++) {
      const ann = await connect();
      ann.step2(typedBy(7, 'too late'));
      await ann.saved();
    }
    expect(server.late.map(({ text }) => text)).toEqual(['too late']);
  });

  it('[G14] keeps the words of each author, also of two that use one client id', async () => {
    await lock();
    const ann = await connect();
    ann.update(typedBy(7, 'of Ann, and longer'));
    await ann.saved();
    const bob = await connect({ member: member('bob') });
    bob.update(typedBy(7, 'of Bob'));
    await bob.saved();
    expect(server.late.map(({ text }) => text)).toEqual(['of Ann, and longer', 'of Bob']);
  });

  it('[G14] says nothing when a client only repeats what is there', async () => {
    await lock();
    const ann = await connect();
    ann.step2(Y.encodeStateAsUpdate(await ann.document()));
    await ann.saved();
    expect([denials(ann), server.late.length]).toEqual([0, 0]);
  });

  it('[G14] hands updates that waited for others over to the late list when the lock comes', async () => {
    const ann = await connect();
    const doc = replica(9);
    const first = changeOf(doc, () => insertText(doc, 'first'));
    ann.update(changeOf(doc, () => insertText(doc, 'second')));
    await ann.read();
    await lock();
    await ann.saved();
    expect(server.late.map(({ text }) => text)).toEqual(['second']);
    ann.update(first);
    await ann.saved();
    expect(server.late.map(({ text }) => text)).toEqual(['second', 'first']);
    ann.step2(Y.encodeStateAsUpdate(doc));
    await ann.saved();
    expect(server.late).toHaveLength(2);
    expect(await body()).toBe('given');
  });

  it('seals the state that holds everything received before, and stays open when the seal fails', async () => {
    const ann = await connect();
    ann.update(typedBy(7, 'in time '));
    await ann.saved();
    await expect(server.sync.lock('doc', () => Promise.reject(new Error('unowned risk')))).rejects.toThrow(
      'unowned risk',
    );
    ann.update(typedBy(8, 'and more '));
    await ann.saved();
    const sealed = await server.sync.lock('doc', async (doc) => ({
      changes: [{ kind: 'record', document: 'doc', name: 'revision', value: Uint8Array.of(1) }],
      result: bodyText(doc),
    }));
    expect(sealed).toBe('in time and more given');
    expect(await server.store.record('doc', 'revision')).not.toBeNull();
  });

  it('makes the last edit together with the lock, or neither', async () => {
    const ann = await connect();
    await ann.document();
    const last = { actor: 'server', change: (doc: Y.Doc) => insertText(doc, 'settled ') };
    const refuse = () => Promise.reject(new Error('unowned risk'));
    await expect(server.sync.lock('doc', refuse, last)).rejects.toThrow('unowned risk');
    const bad = () => {
      throw new Error('no such risk');
    };
    const seal = async (doc: Y.Doc) => ({ changes: [], result: bodyText(doc) });
    await expect(server.sync.lock('doc', seal, { actor: 'server', change: bad })).rejects.toThrow('no such risk');
    expect(await body()).toBe('given');
    expect(await server.sync.lock('doc', seal, last)).toBe('settled given');
    await ann.next('update');
    expect(await body()).toBe('settled given');
    const actors: string[] = [];
    for await (const { actor } of server.store.history('doc')) actors.push(actor);
    expect(actors.at(-1)).toBe('server');
    ann.update(typedBy(7, 'too late'));
    await ann.saved();
    expect(server.late.map(({ text }) => text)).toEqual(['too late']);
  });

  it('takes edits by the server, and opens again with what its writers kept', async () => {
    await lock();
    const ann = await connect();
    await ann.document();
    ann.update(typedBy(7, 'late '));
    await ann.saved();
    await server.sync.edit('doc', 'server', (doc) => insertText(doc, 'note '));
    expect(await body()).toBe('note given');
    const asked = ann.messages.length;
    await server.sync.unlock('doc', []);
    await ann.next('step1', undefined, asked);
    ann.step2(typedBy(7, 'late '));
    await ann.saved();
    expect(await body()).toContain('late ');
  });
});

describe('edits by the server', () => {
  it('are broadcast, committed together with what belongs to them, and numbered', async () => {
    const ann = await connect();
    await ann.document();
    const value = Uint8Array.of(1, 2, 3);
    const seq = await server.sync.edit('doc', 'server', (doc) => insertText(doc, 'note '), [
      { kind: 'record', document: 'doc', name: 'note', value },
    ]);
    await ann.next('update');
    expect(await server.store.record('doc', 'note')).toEqual(value);
    expect((await server.store.load('doc'))?.head).toBe(seq);
  });

  it('that change nothing write nothing', async () => {
    const before = await server.store.load('doc');
    expect(await server.sync.edit('doc', 'server', () => {})).toBe(before?.head);
    expect(await server.store.load('doc')).toEqual(before);
  });

  it('hand out copies: what a reader does to one reaches nobody', async () => {
    const copy = await server.sync.read('doc');
    copy.getXmlFragment('body').delete(0, 1);
    expect(await body()).toBe('given');
  });

  it('that throw leave the document as it is', async () => {
    await expect(
      server.sync.edit('doc', 'server', (doc) => {
        insertText(doc, 'half');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await body()).toBe('given');
  });
});

it('[G16] tells who is present, one entry a member', async () => {
  const ann = await connect();
  await connect();
  await connect({ member: follower('fay') });
  await ann.read();
  expect(
    server.sync
      .present('doc')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['ann', 'fay']);
  ann.close();
  await eventually(() => expect(server.sync.stats().sockets).toBe(2));
  expect(server.sync.present('doc')).toHaveLength(2);
});
