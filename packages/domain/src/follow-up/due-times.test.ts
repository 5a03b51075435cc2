import { expect, test } from 'vitest';
import { make } from '../make.ts';
import type { MeetingClock } from '../meeting-clock.ts';
import { plain } from '../rich-text.ts';
import { day, meetingOf } from '../testing.ts';
import { dueTime, isOnTime, isTimeZone, meetingEnd, nextSprint, startOfDay } from './due-times.ts';

const at = (text: string): number => Date.parse(text);
const clockFrom = (startedAt: string, pausedAt: string | null = null): MeetingClock => ({
  startedAt: at(startedAt),
  pausedAt: pausedAt === null ? null : at(pausedAt),
  section: null,
  sectionFrom: 0,
  spent: {},
});
const item = (sprintStart: string | null, title = 'Search') =>
  make.upcomingItem({ title: plain(title), sprintStart: sprintStart === null ? null : day(sprintStart) });
const finalizedAt = at('2025-03-18T10:46:00Z');

test.each([
  ['without a clock, when it was finalized', null, '2025-03-18T10:46:00Z'],
  ['when its 45 minutes were up', clockFrom('2025-03-18T10:00:00Z'), '2025-03-18T10:45:00Z'],
  [
    'when its clock was stopped before',
    clockFrom('2025-03-18T10:00:00Z', '2025-03-18T10:31:00Z'),
    '2025-03-18T10:31:00Z',
  ],
  ['when it was finalized before', clockFrom('2025-03-18T10:20:00Z'), '2025-03-18T10:46:00Z'],
  [
    'not when a clock that ran into the evening was stopped',
    clockFrom('2025-03-18T10:00:00Z', '2025-03-18T20:00:00Z'),
    '2025-03-18T10:45:00Z',
  ],
] as const)('[M34] the meeting was over %s', (_, clock, expected) => {
  expect(new Date(meetingEnd({ meeting: meetingOf([]), clock, finalizedAt })).toISOString()).toBe(
    new Date(expected).toISOString(),
  );
});

test('[M34] the next sprint is the earliest after the meeting; items that nobody wrote in count for nothing', () => {
  const items = [item('2025-04-07'), item('2025-03-24'), item('2025-03-18'), item(null), item('2025-03-19', ' ')];
  expect(nextSprint(meetingOf(items))).toBe('2025-03-24');
  expect(nextSprint(meetingOf([item(null)]))).toBeNull();
});

test('[M34] notes are due 2 h after the end, sprint changes before the sprint begins where the people are', () => {
  const ending = {
    meeting: meetingOf([item('2025-03-24')]),
    clock: clockFrom('2025-03-18T10:00:00Z'),
    finalizedAt,
    timeZone: 'Europe/Berlin',
  };
  for (const audience of ['product-team', 'engineering-leads'] as const) {
    expect(dueTime(audience, ending)).toEqual({ at: at('2025-03-18T12:45:00Z'), sprint: null });
  }
  expect(dueTime('engineering', ending)).toEqual({ at: at('2025-03-23T23:00:00Z'), sprint: '2025-03-24' });
});

test('[M34] where no sprint is named, what changes it is due with the notes', () => {
  const ending = { meeting: meetingOf([]), clock: null, finalizedAt, timeZone: 'UTC' };
  expect(dueTime('engineering', ending)).toEqual({ at: at('2025-03-18T12:46:00Z'), sprint: null });
});

test.each([
  ['2025-03-24', 'UTC', '2025-03-24T00:00:00Z'],
  ['2025-03-24', 'America/Los_Angeles', '2025-03-24T07:00:00Z'],
  ['2025-03-09', 'America/Los_Angeles', '2025-03-09T08:00:00Z'],
  ['2025-03-10', 'America/Los_Angeles', '2025-03-10T07:00:00Z'],
  ['2025-10-26', 'Europe/Berlin', '2025-10-25T22:00:00Z'],
  ['2025-10-27', 'Europe/Berlin', '2025-10-26T23:00:00Z'],
  ['2025-03-24', 'Asia/Kolkata', '2025-03-23T18:30:00Z'],
  ['2025-03-24', 'Pacific/Auckland', '2025-03-23T11:00:00Z'],
])('[M34] %s begins in %s at %s', (text, zone, expected) => {
  expect(startOfDay(day(text), zone)).toBe(at(expected));
});

test('[M34] at the last moment is on time, a moment later is late', () => {
  expect([isOnTime(5, 5), isOnTime(6, 5)]).toEqual([true, false]);
});

test('only zones that exist are zones', () => {
  expect(['UTC', 'Europe/Berlin', 'Mars/Base', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
