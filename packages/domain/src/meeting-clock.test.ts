import { expect, test } from 'vitest';
import { readClock } from './meeting-clock.ts';

test('[M24] a clock that somebody else wrote is read as far as it makes sense', () => {
  expect(readClock({ startedAt: 5, pausedAt: 'x', section: 7, spent: { roadmap: 4, risks: 'x' } })).toEqual({
    startedAt: 5,
    pausedAt: null,
    section: null,
    sectionFrom: 0,
    spent: { roadmap: 4 },
  });
});

test.each([[null], ['now'], [{}], [{ startedAt: 'x' }], [{ startedAt: Number.NaN }]])(
  '[M24] %j is no clock',
  (value) => {
    expect(readClock(value)).toBeNull();
  },
);
