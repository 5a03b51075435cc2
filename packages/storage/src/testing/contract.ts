import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change, DocumentStore } from '../document-store.ts';

/** An empty store under test, and the way to end it and open what it left. */
export interface StoreUnderTest {
  readonly store: DocumentStore;
  reopen(): Promise<StoreUnderTest>;
}

const A = 'document-aaaaaaaa';
const B = 'document-bbbbbbbb';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array | null | undefined): string | null => (value ? new TextDecoder().decode(value) : null);
const update = (document: string, words: string, actor = 'ada'): Change => ({
  kind: 'update',
  document,
  update: bytes(words),
  actor,
});
const record = (document: string, name: string, value: string | null): Change => ({
  kind: 'record',
  document,
  name,
  value: value === null ? null : bytes(value),
});

/** What every DocumentStore must do. `open` gives a fresh, empty store for each test. */
export function documentStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of a document store`, () => {
    let under: StoreUnderTest;
    const updates = async (document: string) =>
      (await under.store.load(document))?.updates.map((each) => text(each.update));

    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.store.close());

    test('[G1] what was committed is there after the store was closed and opened', async () => {
      const before = Date.now();
      await under.store.commit([update(A, 'one', 'ada'), update(A, 'two', 'bob')]);
      under = await under.reopen();
      const loaded = await under.store.load(A);
      expect(loaded?.head).toBe(2);
      expect(loaded?.snapshot).toBeNull();
      expect(loaded?.updates.map(({ seq, actor, update }) => [seq, actor, text(update)])).toEqual([
        [1, 'ada', 'one'],
        [2, 'bob', 'two'],
      ]);
      expect(loaded?.updates[0]?.at).toBeGreaterThanOrEqual(before);
    });

    test('[G1] a commit over several documents numbers each by itself and answers with the last numbers', async () => {
      await under.store.commit([update(A, '1')]);
      const numbers = await under.store.commit([update(A, '2'), update(B, '1'), record(A, 'title', 'x')]);
      expect([...numbers]).toEqual([
        [A, 3],
        [B, 1],
      ]);
      expect(await under.store.commit([])).toEqual(new Map());
    });

    test('[G3] calls made at once are all kept, in the order of the calls', async () => {
      const words = Array.from({ length: 300 }, (_, index) => `word ${index}`);
      const numbers = await Promise.all(words.map((word) => under.store.commit([update(A, word)])));
      expect(numbers.map((each) => each.get(A))).toEqual(words.map((_, index) => index + 1));
      expect(await updates(A)).toEqual(words);
    });

    test('[G3] a large record and a small one set right after it end as the small one', async () => {
      const large = 'large '.repeat(200_000);
      await Promise.all([
        under.store.commit([record(A, 'body', large)]),
        under.store.commit([record(A, 'body', 'small')]),
      ]);
      expect(text(await under.store.record(A, 'body'))).toBe('small');
    });

    test('[G5] a document that was never made is null, not an empty one', async () => {
      await under.store.commit([update(A, 'one')]);
      expect(await under.store.load(B)).toBeNull();
      expect(await under.store.loadAt(B, 1)).toBeNull();
      expect(await under.store.record(B, 'title')).toBeNull();
      expect(await under.store.records(B, '')).toEqual(new Map());
      expect(await under.store.documents()).toEqual([A]);
    });

    test('[G7] records hold their newest value, list by prefix in order, and can be removed', async () => {
      await under.store.commit([
        record(A, 'member/zoe', '1'),
        record(A, 'member/ada', '1'),
        record(A, 'membership', 'no'),
        record(A, 'key', 'k'),
      ]);
      await under.store.commit([record(A, 'member/ada', '2'), record(A, 'key', null)]);
      under = await under.reopen();
      const members = await under.store.records(A, 'member/');
      expect([...members].map(([key, value]) => [key, text(value)])).toEqual([
        ['member/ada', '2'],
        ['member/zoe', '1'],
      ]);
      expect(await under.store.record(A, 'key')).toBeNull();
      expect([...(await under.store.records(A, '')).keys()]).toEqual(['member/ada', 'member/zoe', 'membership']);
    });

    test('[G7] a record that was read before shows what was committed since', async () => {
      await under.store.commit([record(A, 'title', 'old'), record(A, 'key', 'k')]);
      expect(text(await under.store.record(A, 'title'))).toBe('old');
      await under.store.commit([record(A, 'title', 'new'), record(A, 'key', null), record(A, 'more', 'm')]);
      expect([...(await under.store.records(A, ''))].map(([key, value]) => [key, text(value)])).toEqual([
        ['more', 'm'],
        ['title', 'new'],
      ]);
      const [reads] = await Promise.all([
        Promise.all(Array.from({ length: 20 }, () => under.store.record(A, 'title'))),
        ...Array.from({ length: 20 }, (_, index) => under.store.commit([record(A, 'title', `${index}`)])),
      ]);
      expect(reads.every((value) => value !== null)).toBe(true);
      expect(text(await under.store.record(A, 'title'))).toBe('19');
    });

    test('[G7] record values of any size and bytes come back as they were, also from a document with only records', async () => {
      const random = new Uint8Array(30_000).map((_, index) => (index * 2_654_435_761) >>> 24);
      const value = { kind: 'record', document: B, name: 'blob', value: random } as const;
      await under.store.commit([value, record(B, 'empty', ''), record(B, 'naïve 🙂/name', 'x')]);
      under = await under.reopen();
      expect(await under.store.record(B, 'blob')).toEqual(random);
      expect(await under.store.record(B, 'empty')).toEqual(new Uint8Array());
      expect(text(await under.store.record(B, 'naïve 🙂/name'))).toBe('x');
      expect(await under.store.load(B)).toEqual({ snapshot: null, updates: [], head: 3 });
    });

    test('[G8] a compacted document is the snapshot and the updates after it, with its records', async () => {
      await under.store.commit([update(A, '1'), record(A, 'title', 'T'), update(A, '3'), record(A, 'gone', 'x')]);
      await under.store.compact(A, { seq: 3, state: bytes('state to 3') });
      await under.store.commit([update(A, '5'), record(A, 'gone', null)]);
      under = await under.reopen();
      const loaded = await under.store.load(A);
      expect(loaded?.snapshot).toEqual({ seq: 3, state: bytes('state to 3') });
      expect(await updates(A)).toEqual(['5']);
      expect(loaded?.head).toBe(6);
      expect([...(await under.store.records(A, '')).keys()]).toEqual(['title']);
    });

    test('[G8] a snapshot that is not newer changes nothing; one of the future is refused', async () => {
      await under.store.commit([update(A, '1'), update(A, '2')]);
      await under.store.compact(A, { seq: 2, state: bytes('new') });
      await under.store.compact(A, { seq: 2, state: bytes('again') });
      await under.store.compact(A, { seq: 1, state: bytes('old') });
      expect((await under.store.load(A))?.snapshot).toEqual({ seq: 2, state: bytes('new') });
      await expect(under.store.compact(A, { seq: 3, state: bytes('?') })).rejects.toThrow(RangeError);
    });

    test('[G8] [G9] two generations stay readable: the past back to the older snapshot, and no further', async () => {
      for (let seq = 1; seq <= 9; seq += 1) {
        await under.store.commit([update(A, String(seq), `actor ${seq}`)]);
        if (seq % 3 === 0) await under.store.compact(A, { seq, state: bytes(`to ${seq}`) });
      }
      const at = async (seq: number) => {
        const moment = await under.store.loadAt(A, seq);
        return (
          moment && [text(moment.snapshot?.state), ...moment.updates.map((each) => text(each.update)), moment.head]
        );
      };
      expect(await at(9)).toEqual(['to 9', 9]);
      expect(await at(8)).toEqual(['to 6', '7', '8', 8]);
      expect(await at(6)).toEqual(['to 6', 6]);
      expect(await at(5)).toBeNull();
      expect(await at(10)).toBeNull();
      const history: [number, string][] = [];
      for await (const { seq, actor } of under.store.history(A)) history.push([seq, actor]);
      expect(history).toEqual([
        [7, 'actor 7'],
        [8, 'actor 8'],
        [9, 'actor 9'],
      ]);
    });

    test('[G8] [G9] as many moments as asked for stay readable, however often the log is compacted, and not many more', async () => {
      const keep = 5;
      for (let seq = 1; seq <= 60; seq += 1) {
        await under.store.commit([update(A, String(seq))]);
        if (seq % 7 !== 0) await under.store.compact(A, { seq, state: bytes(`to ${seq}`), keep });
        for (let past = Math.max(1, seq - keep); past <= seq; past += 1) {
          const moment = await under.store.loadAt(A, past);
          const words = [text(moment?.snapshot?.state), ...(moment?.updates ?? []).map((each) => text(each.update))];
          expect(words.at(-1)?.replace('to ', ''), `${past} at ${seq}`).toBe(String(past));
        }
        const kept = [];
        for await (const entry of under.store.history(A)) kept.push(entry.seq);
        expect(kept.length).toBeLessThanOrEqual(4 * keep + 2);
      }
      for await (const verdict of under.store.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
    });

    test('[G9] before the second compaction every past moment can be read', async () => {
      await under.store.commit([update(A, '1'), update(A, '2'), update(A, '3')]);
      await under.store.compact(A, { seq: 3, state: bytes('to 3') });
      const moment = await under.store.loadAt(A, 2);
      expect(moment?.updates.map((each) => text(each.update))).toEqual(['1', '2']);
      expect(moment?.head).toBe(2);
    });

    test('[G7] verify reports every document, and salvage of a whole one gives everything', async () => {
      await under.store.commit([update(A, '1'), update(A, '2'), record(A, 'title', 'T'), update(B, '1')]);
      await under.store.compact(A, { seq: 1, state: bytes('to 1') });
      const verdicts = [];
      for await (const verdict of under.store.verify()) verdicts.push(verdict);
      expect(verdicts).toEqual([
        { document: A, head: 3, damage: null, note: null },
        { document: B, head: 1, damage: null, note: null },
      ]);
      expect(under.store.damage()).toEqual([]);
      const salvaged = await under.store.salvage(A);
      expect(salvaged.states.map(text)).toEqual(['to 1', '2']);
      expect([...salvaged.records].map(([key, value]) => [key, text(value)])).toEqual([['title', 'T']]);
    });

    test('a change that may not be stored rejects its whole commit and nothing else', async () => {
      const good = under.store.commit([update(A, 'good')]);
      const bad = [
        update('no/slashes', 'x'),
        update('', 'x'),
        update('x'.repeat(129), 'x'),
        update(A, 'x', 'é'.repeat(33)),
        record(A, '', 'x'),
        record(A, 'n'.repeat(257), 'x'),
        record(A, 'half \ud83d', 'x'),
      ];
      for (const change of bad) {
        await expect(under.store.commit([update(A, 'lost'), change])).rejects.toThrow(RangeError);
      }
      expect((await good).get(A)).toBe(1);
      expect(await updates(A)).toEqual(['good']);
    });

    test('a caller may reuse its buffer once a commit is confirmed', async () => {
      const buffer = bytes('first');
      await under.store.commit([{ kind: 'update', document: A, update: buffer, actor: '' }]);
      buffer.fill(0);
      expect(await updates(A)).toEqual(['first']);
    });

    test('closing finishes the commits under way, and then everything is refused', async () => {
      const { store } = under;
      const commit = store.commit([update(A, 'one')]);
      await store.close();
      expect((await commit).get(A)).toBe(1);
      const closed = { name: 'StorageError', code: 'closed' };
      await expect(store.commit([update(A, 'two')])).rejects.toMatchObject(closed);
      await expect(store.load(A)).rejects.toMatchObject(closed);
      await expect(store.documents()).rejects.toMatchObject(closed);
      await expect(store.backup()[Symbol.asyncIterator]().next()).rejects.toMatchObject(closed);
      under = await under.reopen();
      expect(await updates(A)).toEqual(['one']);
    });
  });
}
