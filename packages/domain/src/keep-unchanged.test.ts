import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepUnchanged } from './keep-unchanged.ts';

const row = (id: string, text: string) => ({ id, text: [{ text }], owner: null });

test('says what is now, whatever it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
      expect(keepUnchanged(before, now)).toEqual(now);
    }),
  );
});

test('is the very same object when nothing changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (before) => {
      expect(keepUnchanged(before, structuredClone(before))).toBe(before);
    }),
  );
});

test('a change in one row leaves the others the same objects', () => {
  const before = { title: 'Sync', rows: [row('a', 'one'), row('b', 'two')] };
  const after = keepUnchanged(before, { title: 'Sync', rows: [row('a', 'one'), row('b', 'two!')] });
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[1]).toEqual(row('b', 'two!'));
  expect(after.rows).not.toBe(before.rows);
});

test('a row that came in above leaves those below the same objects', () => {
  const before = [row('a', 'one'), row('b', 'two')];
  const after = keepUnchanged(before, [row('new', ''), row('a', 'one'), row('b', 'two')]);
  expect(after[1]).toBe(before[0]);
  expect(after[2]).toBe(before[1]);
});

test('a name that is gone is gone', () => {
  expect(keepUnchanged<object>({ a: undefined, b: 1 }, { b: 1 })).toStrictEqual({ b: 1 });
  expect(keepUnchanged<object>({ b: 1 }, { a: undefined, b: 1 })).toStrictEqual({ a: undefined, b: 1 });
});
