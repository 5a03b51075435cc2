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

test('[G21] a flood of addresses is forgotten once a second, and nobody who is being limited with it', () => {
  let now = 0;
  const limit = new RateLimit(10, () => now);
  const flood = (count: number) => {
    for (let i = 0; i < count; i++) limit.take(`${now}-${i}`);
  };
  flood(10_000);
  for (let i = 0; i < 50; i++) limit.take('busy');
  now = 500;
  flood(1000);
  expect(limit.remembered).toBe(11_001);
  now = 1000;
  for (let i = 0; i < 50; i++) limit.take('busy');
  flood(1);
  expect(limit.remembered).toBeLessThan(1003);
  expect(limit.take('busy')).toBe(false);
});
