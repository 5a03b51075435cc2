import { expect, test } from 'vitest';
import { GIVE_UP_AFTER_MS, waitAfter } from './backoff.ts';

test('[M34] each wait is twice the one before, up to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map((attempts) => waitAfter(attempts, 1) / 1000)).toEqual([
    20, 40, 80, 160, 320, 640, 900, 900,
  ]);
});

test('[M34] what failed together comes back apart, never sooner than half the wait', () => {
  expect([0, 0.5, 1].map((random) => waitAfter(1, random))).toEqual([10_000, 15_000, 20_000]);
});

test('[M34] it is tried for six hours', () => {
  expect(GIVE_UP_AFTER_MS).toBe(6 * 60 * 60 * 1000);
});
