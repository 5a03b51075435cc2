import { type IsoDate, shortDay } from '@duet/domain';
import { expect, test } from 'vitest';
import { longDay, spokenDay, windowInWords } from './date-text.ts';

const TODAY = '2025-03-18' as IsoDate;
const day = (text: string): IsoDate => text as IsoDate;

test('the year is said where it is another one', () => {
  expect(shortDay(day('2025-03-07'), TODAY)).toBe('Mar 7');
  expect(longDay(day('2026-03-24'), TODAY)).toBe('March 24, 2026');
  expect(spokenDay(day('2025-03-21'))).toBe('Friday, March 21, 2025');
});

test('[M12] a window is said as short as it can be', () => {
  expect(windowInWords(day('2025-04-03'), day('2025-04-03'), TODAY)).toBe('April 3');
  expect(windowInWords(day('2025-04-03'), day('2025-04-04'), TODAY)).toBe('April 3–4');
  expect(windowInWords(day('2025-03-30'), day('2025-04-02'), TODAY)).toBe('Mar 30 – Apr 2');
  expect(windowInWords(day('2026-04-03'), day('2026-04-04'), TODAY)).toBe('April 3–4, 2026');
});
