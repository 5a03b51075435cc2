import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestFreeDays, windowOf } from './date-collisions.ts';
import { addDays, isWorkingDay } from './iso-date.ts';
import { day, days } from './testing.ts';

test('[M12] around a window of a Thursday and a Friday lie Wednesday and Monday', () => {
  const window = { from: day('2025-04-03'), to: day('2025-04-04') };
  expect(nearestFreeDays(day('2025-04-03'), [window])).toEqual(['2025-04-02', '2025-04-07']);
  expect(nearestFreeDays(day('2025-04-04'), [window])).toEqual(['2025-04-02', '2025-04-07']);
});

test('[M12] a window with one end is a single day, and ends in the wrong order are turned', () => {
  expect(windowOf({ from: day('2025-04-03'), to: null })).toEqual({ from: '2025-04-03', to: '2025-04-03' });
  expect(windowOf({ from: null, to: day('2025-04-03') })).toEqual({ from: '2025-04-03', to: '2025-04-03' });
  expect(windowOf({ from: day('2025-04-04'), to: day('2025-04-03') })).toEqual({
    from: '2025-04-03',
    to: '2025-04-04',
  });
  expect(windowOf({ from: null, to: null })).toBeNull();
});

test('[M12] what is offered is a working day outside every window, and no nearer one is', () => {
  const windows = fc.array(
    fc.tuple(days, fc.nat(20)).map(([from, length]) => ({ from, to: addDays(from, length) })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(windows, days, (closed, target) => {
      const free = (candidate: typeof target): boolean =>
        isWorkingDay(candidate) && !closed.some(({ from, to }) => from <= candidate && candidate <= to);
      const [before, after] = nearestFreeDays(target, closed);
      expect([before, target, after]).toEqual([before, target, after].toSorted());
      expect([free(before), free(after)]).toEqual([true, true]);
      for (let between = addDays(before, 1); between < after; between = addDays(between, 1)) {
        if (between !== target) expect(free(between)).toBe(false);
      }
    }),
  );
});
