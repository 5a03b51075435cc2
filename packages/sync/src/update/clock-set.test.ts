import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ClockSet } from './clock-set.ts';

const range = fc.record({ clock: fc.nat(60), len: fc.integer({ min: 1, max: 20 }) });

it('[G12] what a set of clocks misses of a range is what a plain set misses', () => {
  fc.assert(
    fc.property(fc.array(fc.array(range)), range, (sets, asked) => {
      const deleted = new ClockSet(sets.map((ranges) => new Map([[1, ranges]])));
      const plain = new Set(sets.flat().flatMap(({ clock, len }) => Array.from({ length: len }, (_, i) => clock + i)));
      const missing = [...deleted.missing(1, asked.clock, asked.len)];
      const clocks = missing.flatMap(({ clock, len }) => Array.from({ length: len }, (_, i) => clock + i));
      const expected = Array.from({ length: asked.len }, (_, i) => asked.clock + i).filter(
        (clock) => !plain.has(clock),
      );
      expect(clocks).toEqual(expected);
      expect([...deleted.missing(2, asked.clock, asked.len)]).toEqual([asked]);
    }),
  );
});
