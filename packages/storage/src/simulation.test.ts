import { describe, expect, test } from 'vitest';
import type { DocumentStore } from './document-store.ts';
import { seeded } from './testing/seeded.ts';
import { type Crash, type Fault, faultAt, openSimulatedStore, type SimulatedStore } from './testing.ts';

const A = 'document-aaaaaaaa';
const B = 'document-bbbbbbbb';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array): string => new TextDecoder().decode(value);

/** What a scenario asked for and what it was told. A value is the number that the scenario counts up. */
class Ledger {
  readonly submitted = new Map<string, number>();
  readonly acknowledged = new Map<string, number>();
  readonly title = { submitted: 0, acknowledged: 0 };
}

/** Of each compaction: entries that shall stay readable. The third drops a snapshot between two, the last the oldest. */
const KEPT = [0, 6, 9, 0];

/** Two documents, records, four compactions: some of it at once, so that groups form. */
async function scenario(store: DocumentStore, ledger: Ledger): Promise<void> {
  const write = async (document: string, count: number, alongside: boolean) => {
    const first = ledger.submitted.get(document) ?? 0;
    ledger.submitted.set(document, first + count);
    const title = ledger.title.submitted + (alongside ? 1 : 0);
    ledger.title.submitted = title;
    await store.commit([
      ...Array.from({ length: count }, (_, index) => ({
        kind: 'update' as const,
        document,
        update: bytes(String(first + index + 1)),
        actor: 'ada',
      })),
      ...(alongside ? [{ kind: 'record' as const, document: B, name: 'title', value: bytes(String(title)) }] : []),
    ]);
    ledger.acknowledged.set(document, Math.max(ledger.acknowledged.get(document) ?? 0, first + count));
    if (alongside) ledger.title.acknowledged = Math.max(ledger.title.acknowledged, title);
  };
  for (let round = 0; round < KEPT.length; round += 1) {
    await Promise.all([write(A, 1, false), write(A, 2, true), write(B, 1, false), write(A, 1, true)]);
    const loaded = await store.load(A);
    const state = (await contents(store, A)).join(',');
    const snapshot = { seq: loaded?.head ?? 0, state: bytes(state), keep: KEPT[round] ?? 0 };
    await Promise.all([store.compact(A, snapshot), write(A, 1, true)]);
  }
}

/** The updates of a document, whether they lie in its snapshot or in its log. */
async function contents(store: DocumentStore, document: string): Promise<readonly string[]> {
  const loaded = await store.load(document);
  const compacted = loaded?.snapshot ? text(loaded.snapshot.state).split(',') : [];
  return [...compacted, ...(loaded?.updates.map(({ update }) => text(update)) ?? [])];
}

/** Everything acknowledged is there, in order, once; nothing is there that nobody asked for; all is whole. */
async function expectRecovered(store: SimulatedStore, ledger: Ledger): Promise<void> {
  for await (const verdict of store.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
  for (const document of [A, B]) {
    const found = await contents(store, document);
    expect(found).toEqual(found.map((_, index) => String(index + 1)));
    expect(found.length).toBeGreaterThanOrEqual(ledger.acknowledged.get(document) ?? 0);
    expect(found.length).toBeLessThanOrEqual(ledger.submitted.get(document) ?? 0);
  }
  const title = Number(text((await store.record(B, 'title')) ?? bytes('0')));
  expect(title).toBeGreaterThanOrEqual(ledger.title.acknowledged);
  expect(title).toBeLessThanOrEqual(ledger.title.submitted);
}

/** Runs until the scenario ends, fails, or hangs because its process was killed. */
async function runAndCrash(fault: Fault, at: number, crash: Crash, seed: number): Promise<'reached' | 'beyond'> {
  const random = seeded(seed);
  const ledger = new Ledger();
  let killed: () => void = () => {};
  const death = new Promise<void>((resolve) => {
    killed = resolve;
  });
  let hit = false;
  const plan = faultAt(at, fault);
  const opening = openSimulatedStore({
    random,
    faults: (step, index) => {
      const chosen = plan(step, index);
      if (chosen !== null) hit = true;
      if (chosen === 'kill') queueMicrotask(killed);
      return chosen;
    },
  }).catch(() => null);
  const store = await Promise.race([opening, death]);
  if (!store) return 'reached';
  await Promise.race([scenario(store, ledger).catch(expectStorageError), death]);
  await expectRecovered(await store.crash(crash, { random }), ledger);
  return hit ? 'reached' : 'beyond';
}

function expectStorageError(error: unknown): void {
  expect(error).toMatchObject({ name: 'StorageError', code: expect.stringMatching(/poisoned|unreadable/) });
}

describe('a fault at every await point of a scenario with commits, records and compactions', () => {
  for (const fault of ['kill', 'EIO', 'ENOSPC'] as const) {
    for (const crash of ['kill', 'power'] as const) {
      test(`[G1] [G6] [G8] ${fault}, then ${crash}: what was acknowledged is recovered`, async () => {
        let at = 0;
        while ((await runAndCrash(fault, at, crash, at * 7919 + 1)) === 'reached') at += 1;
        expect(at).toBeGreaterThan(60);
      });
    }
  }
});

test('[G6] after a failed write nothing is acknowledged any more, though the disk would confirm it', async () => {
  let writes = 0;
  const store = await openSimulatedStore({
    faults: (step) => (step === 'table.sync' && ++writes === 2 ? 'EIO' : null),
  });
  const commit = (word: string) => store.commit([{ kind: 'update', document: A, update: bytes(word), actor: '' }]);
  await commit('1');
  const poisoned = { name: 'StorageError', code: 'poisoned' };
  await expect(Promise.all([commit('2'), commit('3')])).rejects.toMatchObject(poisoned);
  await expect(commit('4')).rejects.toMatchObject(poisoned);
  await expect(store.load(A)).rejects.toMatchObject(poisoned);
  await store.close();
  expect(await contents(await store.crash('power'), A)).toContain('1');
});

test('[G3] what arrives while a commit runs is one commit: two syncs of the table for a thousand calls', async () => {
  let syncs = 0;
  const store = await openSimulatedStore({
    faults: (step) => {
      if (step === 'table.sync') syncs += 1;
      return null;
    },
  });
  const commit = () => store.commit([{ kind: 'update', document: A, update: bytes('x'), actor: '' }]);
  const first = commit();
  await Promise.resolve().then(() => Promise.resolve());
  await Promise.all([first, ...Array.from({ length: 999 }, commit)]);
  expect(syncs).toBe(2);
});

test('[G1] the heads file that grew is written anew, and a cut at any of its steps loses nothing', async () => {
  const many = Array.from({ length: 400 }, (_, index) => `document-${index}-${'x'.repeat(100)}`);
  const fill = (store: DocumentStore) =>
    store.commit(many.map((document) => ({ kind: 'update', document, update: bytes('x'), actor: '' })));
  let replaced = 0;
  let store = await openSimulatedStore({
    random: seeded(5),
    faults: (step) => (step === 'heads.replace' && ++replaced === 3 ? 'kill' : null),
  });
  let acknowledged = 0;
  for (let round = 1; round <= 40 && replaced < 3; round += 1) {
    const done = fill(store).then(() => {
      acknowledged = round;
    });
    await Promise.race([done, new Promise((resolve) => setImmediate(resolve))]);
  }
  expect(replaced).toBe(3);
  store = await store.crash('power');
  for (const document of many) expect((await store.load(document))?.head).toBeGreaterThanOrEqual(acknowledged);
});
