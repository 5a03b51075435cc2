import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FlagSurroundings, placeFlag } from './flag-placement.ts';

const ALONE: FlagSurroundings = {
  textFollows: false,
  onLastLine: true,
  roomRight: 200,
  roomLeft: 200,
  roomBelow: 20,
  flagWidth: 40,
};

test('[M20] a name stands right of a caret at the end of its line', () => {
  expect(placeFlag(ALONE)).toBe('right');
});

test('[M20] without room there it hangs below the last line, to the side that has room', () => {
  expect(placeFlag({ ...ALONE, textFollows: true })).toBe('below');
  expect(placeFlag({ ...ALONE, roomRight: 10 })).toBe('below-end');
});

test('[M20] within text, or above something close, it goes above', () => {
  expect(placeFlag({ ...ALONE, textFollows: true, onLastLine: false })).toBe('above');
  expect(placeFlag({ ...ALONE, textFollows: true, roomBelow: 8 })).toBe('above');
});

test('[M20] wherever a name is put beside or below, there is room and no text', () => {
  const surroundings = fc.record({
    textFollows: fc.boolean(),
    onLastLine: fc.boolean(),
    roomRight: fc.nat(400),
    roomLeft: fc.nat(400),
    roomBelow: fc.nat(60),
    flagWidth: fc.integer({ min: 20, max: 160 }),
  });
  fc.assert(
    fc.property(surroundings, (around) => {
      const place = placeFlag(around);
      if (place === 'right') expect(!around.textFollows && around.roomRight > around.flagWidth).toBe(true);
      if (place === 'below' || place === 'below-end') expect(around.onLastLine && around.roomBelow >= 16).toBe(true);
      if (place === 'below') expect(around.roomRight).toBeGreaterThanOrEqual(around.flagWidth);
      if (place === 'below-end') expect(around.roomLeft).toBeGreaterThanOrEqual(around.flagWidth);
    }),
  );
});
