import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RescueContext } from './rescue-context.ts';

describe('the context of rescued text', () => {
  it('[G12] finds the place of every clock it was told of, and of no other', () => {
    const context = new RescueContext();
    context.add(1, 10, 5, 'second');
    context.add(1, 0, 5, 'first');
    context.add(2, 0, 1, 'other');
    const places = [0, 4, 5, 9, 10, 14, 15].map((clock) => context.placeOf(Y.createID(1, clock)));
    expect(places).toEqual(['first', 'first', null, null, 'second', 'second', null]);
    expect(context.placeOf(Y.createID(3, 0))).toBeNull();
  });

  it('[G12] stays within 4 MiB and forgets the oldest first', () => {
    const context = new RescueContext();
    const place = 'x'.repeat(1000);
    for (let clock = 0; clock < 10_000; clock++) context.add(clock % 7, clock, 1, `${clock} ${place}`);
    expect(context.bytes).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(context.placeOf(Y.createID(0, 0))).toBeNull();
    expect(context.placeOf(Y.createID(9999 % 7, 9999))).toContain('9999');
  });
});
