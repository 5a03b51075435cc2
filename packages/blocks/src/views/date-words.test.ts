import type { IsoDate } from '@duet/domain';
import { expect, test } from 'vitest';
import { parseDateWords } from './date-words.ts';

/** A Tuesday. */
const TODAY = '2025-03-18' as IsoDate;

test.each([
  ['today', '2025-03-18'],
  ['tom', '2025-03-19'],
  ['Tomorrow', '2025-03-19'],
  ['fri', '2025-03-21'],
  ['on friday', '2025-03-21'],
  ['tue', '2025-03-25'],
  ['mon', '2025-03-24'],
  ['next fri', '2025-03-28'],
  ['next mon', '2025-03-24'],
  ['next week', '2025-03-24'],
  ['+3', '2025-03-21'],
  ['in 2 weeks', '2025-04-01'],
  ['10 days', '2025-03-28'],
  ['mar 21', '2025-03-21'],
  ['March 21st', '2025-03-21'],
  ['21 mar', '2025-03-21'],
  ['apr 3, 2026', '2026-04-03'],
  ['3/21', '2025-03-21'],
  ['2025-06-30', '2025-06-30'],
])('"%s" said on a Tuesday is %s', (words, day) => {
  expect(parseDateWords(words, TODAY)).toBe(day);
});

test('a day without a year is the closest one, across the turn of the year', () => {
  expect(parseDateWords('jan 5', '2025-12-20' as IsoDate)).toBe('2026-01-05');
  expect(parseDateWords('dec 30', '2026-01-04' as IsoDate)).toBe('2025-12-30');
});

test.each(['', 'f', 'soon', 'feb 30', '13/45', 'mar', '7', '99999999999 days'])('"%s" is no day', (words) => {
  expect(parseDateWords(words, TODAY)).toBeNull();
});
