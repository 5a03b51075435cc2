import {
  awarenessMessage,
  queryAwarenessMessage,
  savedMessage,
  step1Message,
  step2Message,
  updateMessage,
  writeAwareness,
} from '@duet/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { edit, history } from './testing/histories.ts';
import { RawClient } from './testing/raw-client.ts';
import { follower, member, startTestServer } from './testing/test-server.ts';
import { bodyText, typedBy } from './testing/texts.ts';

/** What a socket may close with because of what it was sent. */
const OF_FRAMES = [4400, 4413, 4426];

const damage = fc.oneof(
  { weight: 25, arbitrary: fc.constant({ kind: 'none' } as const) },
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('huge' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat() }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** A number that takes all of a varint's room. */
const HUGE = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];

function damaged(frame: Uint8Array, how: Damage): Uint8Array {
  if (how.kind === 'none') return frame;
  const at = how.at % (frame.length || 1);
  const [before, after] = [[...frame.slice(0, at)], [...frame.slice(at)]];
  switch (how.kind) {
    case 'flip':
      return Uint8Array.from([...before, (after[0] ?? 0) ^ how.value, ...after.slice(1)]);
    case 'cut':
      return Uint8Array.from(before);
    case 'insert':
      return Uint8Array.from([...before, ...how.bytes, ...after]);
    case 'huge':
      return Uint8Array.from([...before, ...HUGE, ...after.slice(1)]);
    case 'double':
      return Uint8Array.from([...before, ...after, ...after]);
  }
}

/** Frames of honest people, in any order and number, some of them damaged. */
const conversation = fc.record({
  edits: fc.array(edit, { minLength: 1, maxLength: 25 }),
  frames: fc.array(fc.record({ kind: fc.nat(5), pick: fc.nat(), how: damage }), { minLength: 1, maxLength: 10 }),
  who: fc.constantFrom('writer', 'follower', 'old', 'bare'),
});
type Conversation = typeof conversation extends fc.Arbitrary<infer T> ? T : never;

function framesOf({ edits, frames }: Conversation, firstClient: number): Uint8Array[] {
  const { updates, docs } = history(edits, firstClient);
  return frames.map(({ kind, pick, how }) => {
    const doc = docs[pick % docs.length] ?? new Y.Doc();
    const honest = [
      () => step1Message(Y.encodeStateVector(doc)),
      () => step2Message(Y.encodeStateAsUpdate(doc)),
      () => updateMessage(updates[pick % (updates.length || 1)] ?? Uint8Array.of(0, 0)),
      () => awarenessMessage(writeAwareness([{ client: pick, clock: 1, json: '{"cursor":1}' }])),
      () => queryAwarenessMessage(),
      () => savedMessage(Uint8Array.of(pick & 255)),
    ][kind];
    return damaged(honest?.() ?? new Uint8Array(), how);
  });
}

it('[G23] damaged conversations end their socket and nothing else: the others write on, and what is stored loads again', async () => {
  const server = await startTestServer({ limits: { updatesPerSecond: 1e6, bytesPerSecond: 1e9 }, idleMs: 60_000 });
  await server.create('doc');
  const bob = await RawClient.connect(server.url, 'doc', { member: member('bob') });
  let turn = 0;
  const outcomes = new Set<number | 'lived'>();
  await fc.assert(
    fc.asyncProperty(conversation, async (said) => {
      turn++;
      const ann = await RawClient.connect(server.url, 'doc', {
        member: said.who === 'follower' ? follower('ann') : member('ann'),
        schema: said.who === 'bare' ? null : said.who === 'old' ? '0' : '1',
      });
      for (const frame of framesOf(said, 10 * turn)) ann.send(frame);
      // Once the server has read all of it, and has committed what came later, ann's updates have had their turn.
      await ann.read().catch(() => {});
      bob.update(typedBy(1_000_000 + turn, '∎'));
      await bob.saved();
      const code = await ann.read().then(
        () => 'lived' as const,
        async () => (await ann.closed).code,
      );
      outcomes.add(code);
      expect(['lived', ...OF_FRAMES]).toContain(code);
      ann.close();
      await ann.closed;
    }),
    { numRuns: 120 },
  );
  expect([...outcomes]).toEqual(expect.arrayContaining(['lived', 4400, 4426]));
  expect(server.fatal).toEqual([]);
  const doc = await server.sync.read('doc');
  expect(bodyText(doc).split('∎')).toHaveLength(turn + 1);
  const again = await startTestServer({ store: server.store });
  const reloaded = await again.sync.read('doc');
  expect(Y.equalSnapshots(Y.snapshot(reloaded), Y.snapshot(doc))).toBe(true);
  expect(`${reloaded.getXmlFragment('body')}`).toBe(`${doc.getXmlFragment('body')}`);
  await again.close();
  await server.close();
}, 60_000);
