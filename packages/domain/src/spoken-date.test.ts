import { expect, test } from 'vitest';
import { parseIsoDate } from './iso-date.ts';
import { offeredAction } from './offered-action.ts';
import { spokenDate } from './spoken-date.ts';
import { day } from './testing.ts';

/** A Tuesday. */
const TODAY = day('2025-03-18');

test.each([
  ['by Friday', '2025-03-21'],
  ['by fri', '2025-03-21'],
  ['on Tuesday', '2025-03-18'],
  ['Mon', '2025-03-24'],
  ['next Friday', '2025-03-28'],
  ['next Monday', '2025-03-24'],
  ['tomorrow', '2025-03-19'],
  ['EOD', '2025-03-18'],
  ['by EOW', '2025-03-21'],
  ['by the end of the week', '2025-03-21'],
  ['end of next week', '2025-03-28'],
  ['next week', '2025-03-24'],
  ['end of month', '2025-03-31'],
  ['in 3 days', '2025-03-21'],
  ['in two weeks', '2025-04-01'],
  ['in a week', '2025-03-25'],
  ['March 21', '2025-03-21'],
  ['Mar. 21st', '2025-03-21'],
  ['21 March 2026', '2026-03-21'],
  ['the 2nd of April', '2025-04-02'],
  ['Sept 9, 2025', '2025-09-09'],
  ['December 30', '2024-12-30'],
  ['2025-04-14', '2025-04-14'],
  ['Friday or March 28', '2025-03-21'],
])('[M17] “%s” is %s', (text, expected) => {
  expect(spokenDate(text, TODAY)?.day).toBe(expected);
});

test.each(['', 'Monthly', 'the sunset', 'marching', 'second', 'February 30', '2025-02-30', 'may we', '12 items'])(
  '[M17] “%s” names no day',
  (text) => {
    expect(spokenDate(text, TODAY)).toBeNull();
  },
);

test('a leap day is found in the closest year that has it', () => {
  expect(spokenDate('Feb 29', day('2025-01-10'))?.day).toBe('2024-02-29');
  expect(parseIsoDate('2025-02-29')).toBeNull();
});

test.each([
  ['@wen to call the vendor by Friday.', 'wen', 'Call the vendor', '2025-03-21'],
  ['Rate limits: @wen will send the contract (due March 24)', 'wen', 'Send the contract', '2025-03-24'],
  ['By Friday @rosa checks the share of old phones', 'rosa', 'Checks the share of old phones', '2025-03-21'],
  ['Book the sandbox by tomorrow: @ana.maria', 'ana.maria', 'Book the sandbox', '2025-03-19'],
  [
    'Talked long. @darius, please confirm by EOW with the team. Then lunch.',
    'darius',
    'Confirm with the team',
    '2025-03-21',
  ],
])('[M17] “%s” offers an action', (text, owner, action, due) => {
  expect(offeredAction(text, TODAY)).toEqual({ owner, action, due });
});

test.each([
  'wen to call the vendor by Friday',
  '@wen to call the vendor',
  '@wen by Friday',
  '@wen and @rosa to call the vendor by Friday',
  'mail wen@example.org by Friday',
])('[M17] “%s” offers nothing', (text) => {
  expect(offeredAction(text, TODAY)).toBeNull();
});
