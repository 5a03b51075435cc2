import { expect, test } from 'vitest';
import { clockOffset } from './server-time.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

test('[M24] two browsers whose clocks are right show the same time, whenever in a second they asked', () => {
  for (let ms = 0; ms < 1000; ms += 37) {
    const now = NOON + ms;
    expect(clockOffset(NOON, now, now + 4)).toBe(0);
    expect(clockOffset(NOON, now - 80, now)).toBe(0);
  }
});

test('[M24] one whose clock is wrong is within half a second of the right time', () => {
  for (const wrong of [-3_600_000, -2_000, 2_000, 90_000]) {
    for (let ms = 0; ms < 1000; ms += 37) {
      const sent = NOON + ms + wrong;
      expect(Math.abs(clockOffset(NOON, sent, sent + 20) + wrong)).toBeLessThanOrEqual(510);
    }
  }
});
