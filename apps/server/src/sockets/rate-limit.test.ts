import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('[G21] twice the rate at once, then the rate, each address by itself', () => {
  let now = 0;
  const limit = new RateLimit(10, () => now);
  const taken = (address: string, tries: number) =>
    Array.from({ length: tries }, () => limit.take(address)).filter(Boolean);
  expect(taken('a', 50)).toHaveLength(20);
  expect(taken('b', 50)).toHaveLength(20);
  now = 500;
  expect(taken('a', 50)).toHaveLength(5);
  now = 60_000;
  expect(taken('a', 50)).toHaveLength(20);
});
