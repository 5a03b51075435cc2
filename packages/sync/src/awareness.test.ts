import { awarenessMessage, writeAwareness } from '@duet/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawClient } from './testing/raw-client.ts';
import { follower, member, startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.create('doc');
});
afterEach(() => server.close());

const connect = async (id: string, who = member(id)) => {
  const client = await RawClient.connect(server.url, 'doc', { member: who });
  await client.next('step1');
  return client;
};

/** The newest state that a client was told about a client id; undefined when never. */
function told(reader: RawClient, id: number): { state: Record<string, unknown> | null; clock: number } | undefined {
  const entries = reader.messages.flatMap((message) => (message.kind === 'awareness' ? message.entries : []));
  const entry = entries.findLast(({ client }) => client === id);
  return entry && { state: JSON.parse(entry.json), clock: entry.clock };
}

const hears = (reader: RawClient, id: number, clock: number) =>
  reader.next('awareness', ({ entries }) => entries.some((entry) => entry.client === id && entry.clock >= clock));

describe('awareness', () => {
  it('[G17] carries the person as the server knows them, whatever the client says', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 1, {
      user: { id: 'bob', name: 'Bob', color: 'red;}', side: 'x', role: 'facilitator' },
      cursor: 7,
    });
    await hears(bob, 1, 1);
    expect(told(bob, 1)?.state).toEqual({
      cursor: 7,
      user: { id: 'ann', name: 'ann', color: '#336699', side: 'product', role: 'participant' },
    });
  });

  it('[G17] is told to whoever comes later and to whoever asks', async () => {
    const ann = await connect('ann');
    ann.awareness(1, 1, { cursor: 7 });
    await ann.read();
    const bob = await connect('bob');
    await hears(bob, 1, 1);
    const seen = bob.messages.length;
    await bob.read();
    expect(bob.messages.slice(seen)).toHaveLength(1);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 7 });
  });

  it('[G17] entries of others, which stock clients relay, are dropped without a word', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 1, { cursor: 7 });
    await hears(bob, 1, 1);
    bob.awareness(2, 1, {});
    bob.awareness(1, 9, null);
    bob.awareness(1, 9, { cursor: 666 });
    bob.awareness(3, 1, { ghost: true });
    await bob.read();
    await ann.read();
    expect(told(ann, 1)?.state).toMatchObject({ cursor: 7 });
    expect(told(ann, 3)).toBeUndefined();
    await bob.saved();
  });

  it('[G17] a client id of a live socket of another person cannot be claimed', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 1, { cursor: 7 });
    await hears(bob, 1, 1);
    bob.awareness(1, 50, { cursor: 666 });
    await bob.read();
    await ann.read();
    expect(told(ann, 1)?.state).toMatchObject({ cursor: 7, user: { id: 'ann' } });
  });

  it('[G17] nor one of a live socket with the same key, which anybody may hold', async () => {
    const shared = member('key:participant', { isPerson: false });
    const [ann, bob] = [await connect('ann', shared), await connect('bob', shared)];
    ann.awareness(1, 1, { cursor: 7 });
    await hears(bob, 1, 1);
    bob.awareness(1, 50, { cursor: 666 });
    await bob.read();
    await ann.read();
    expect(told(ann, 1)?.state).toMatchObject({ cursor: 7 });
    // Who comes back after the first socket has gone is heard.
    ann.close();
    await hears(bob, 1, 2);
    const again = await connect('ann', shared);
    again.awareness(1, 3, { cursor: 8 });
    await hears(bob, 1, 3);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 8 });
  });

  it('[G17] the same person may take their client id along to a new socket', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 5, { cursor: 7 });
    await hears(bob, 1, 5);
    const again = await connect('ann');
    again.awareness(1, 5, { cursor: 8 });
    await hears(bob, 1, 6);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 8 });
    // The old socket goes; the person stays.
    ann.close();
    await ann.closed;
    again.awareness(1, 7, { cursor: 9 });
    await hears(bob, 1, 7);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 9 });
  });

  it('[G17] ends when the socket does, with a clock that others accept', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 5, { cursor: 7 });
    await hears(bob, 1, 5);
    ann.close();
    await hears(bob, 1, 6);
    expect(told(bob, 1)).toEqual({ state: null, clock: 6 });
  });

  it('[G16] is stamped anew when the role changes, without the client doing anything', async () => {
    const [ann, bob] = [await connect('ann'), await connect('bob')];
    ann.awareness(1, 5, { cursor: 7 });
    await hears(bob, 1, 5);
    server.sync.memberChanged('doc', 'ann', follower('ann'));
    await hears(bob, 1, 6);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 7, user: { role: 'follower' } });
    // Its own client must not take the server's copy for news, or it would lose what it did meanwhile.
    await ann.read();
    expect(told(ann, 1)?.clock).toBe(5);
    ann.awareness(1, 6, { cursor: 8 });
    await hears(bob, 1, 7);
    expect(told(bob, 1)?.state).toMatchObject({ cursor: 8 });
  });

  it('[G17] comes back to its owner: y-websocket gives up a connection that is silent for 30 s', async () => {
    const ann = await connect('ann');
    ann.awareness(1, 5, { cursor: 7 });
    await hears(ann, 1, 5);
  });

  it('[G21] over 4 KiB closes 4413', async () => {
    const ann = await connect('ann');
    ann.awareness(1, 1, { cursor: 'x'.repeat(4096) });
    expect((await ann.closed).code).toBe(4413);
  });

  it('[G23] that is no JSON is a bad frame', async () => {
    const ann = await connect('ann');
    ann.send(awarenessMessage(writeAwareness([{ client: 1, clock: 1, json: '{"cursor":' }])));
    expect((await ann.closed).code).toBe(4400);
  });

  it.each(['"hello"', '[1]', '7'])(
    '[G17] that is %s, which a stock client may say, tells who is there and no more',
    async (json) => {
      const [ann, bob] = [await connect('ann'), await connect('bob')];
      ann.send(awarenessMessage(writeAwareness([{ client: 1, clock: 1, json }])));
      await hears(bob, 1, 1);
      expect(told(bob, 1)?.state).toEqual({ user: expect.objectContaining({ id: 'ann' }) });
    },
  );
});
