import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from './document-store.ts';
import { seeded } from './testing/seeded.ts';
import { openSimulatedStore, type SimulatedStore } from './testing.ts';

const DOCUMENTS = ['document-aaaaaaaa', 'document-bbbbbbbb'] as const;
const NAMES = ['title', 'member/1', 'member/2'] as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array): string => new TextDecoder().decode(value);

/** What a document must hold: its updates in order, and its records. */
interface Model {
  readonly updates: string[];
  readonly records: Map<string, string>;
}

const document = fc.constantFrom(...DOCUMENTS);
const change = fc.oneof(
  fc.record({
    kind: fc.constant('update' as const),
    document,
    text: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('record' as const),
    document,
    name: fc.constantFrom(...NAMES),
    // Some long enough to be deflated.
    text: fc.option(fc.string({ maxLength: 3 }).map((part) => part.repeat(400))),
  }),
);
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ run: fc.constant('commit' as const), changes: fc.array(change, { maxLength: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ run: fc.constant('compact' as const), document, back: fc.nat(3), keep: fc.nat(4) }),
  },
  { weight: 2, arbitrary: fc.record({ run: fc.constant('crash' as const), kind: fc.constantFrom('kill', 'power') }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

function stored(each: Extract<Command, { run: 'commit' }>['changes'][number]): Change {
  return each.kind === 'update'
    ? { kind: 'update', document: each.document, update: bytes(`${each.text},`), actor: 'ada' }
    : { kind: 'record', document: each.document, name: each.name, value: each.text === null ? null : bytes(each.text) };
}

async function run(store: SimulatedStore, models: ReadonlyMap<string, Model>, each: Command): Promise<SimulatedStore> {
  if (each.run === 'crash') return store.crash(each.kind);
  if (each.run === 'compact') {
    const loaded = await store.load(each.document);
    if (loaded === null) return store;
    const seq = Math.max(1, loaded.head - each.back);
    const state = [
      ...(loaded.snapshot === null ? [] : [text(loaded.snapshot.state)]),
      ...loaded.updates.filter((update) => update.seq <= seq).map(({ update }) => text(update)),
    ];
    await store.compact(each.document, { seq, state: bytes(state.join('')), keep: each.keep });
    return store;
  }
  await store.commit(each.changes.map(stored));
  for (const change of each.changes) {
    const model = models.get(change.document);
    if (change.kind === 'update') model?.updates.push(`${change.text},`);
    else if (change.text === null) model?.records.delete(change.name);
    else model?.records.set(change.name, change.text);
  }
  return store;
}

async function expectModel(store: SimulatedStore, models: ReadonlyMap<string, Model>): Promise<void> {
  for (const [name, model] of models) {
    const loaded = await store.load(name);
    const found =
      (loaded?.snapshot ? text(loaded.snapshot.state) : '') + loaded?.updates.map((u) => text(u.update)).join('');
    expect(loaded === null ? '' : found).toBe(model.updates.join(''));
    const records = [...(await store.records(name, ''))].map(([key, value]) => [key, text(value)]);
    expect(records).toEqual([...model.records].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

test('[G1] [G7] [G8] any sequence of commits, compactions and crashes leaves what a plain model holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 25 }), fc.nat(), async (commands, seed) => {
      const models = new Map(DOCUMENTS.map((name): [string, Model] => [name, { updates: [], records: new Map() }]));
      let store = await openSimulatedStore({ random: seeded(seed) });
      for (const each of commands) {
        store = await run(store, models, each);
        await expectModel(store, models);
      }
      for await (const verdict of store.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
    }),
    { numRuns: 150 },
  );
});
