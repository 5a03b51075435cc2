import { expect, test } from 'vitest';
import { agendaProgress, doneSections, endedProgress, isThrough } from './agenda-progress.ts';
import { atSection, startedClock } from './meeting-clock.ts';

const MINUTE = 60_000;
const timed = [
  { id: 'roadmap', minutes: 8 },
  { id: 'upcoming', minutes: 12 },
  { id: 'risks', minutes: null },
];

test('[M24] a section that is left says what it took of its box, the running one counts', () => {
  const clock = atSection(startedClock('roadmap', 0), 'upcoming', 7 * MINUTE);
  expect(agendaProgress(clock, timed, 11 * MINUTE)).toEqual({
    roadmap: { state: 'done', words: '7:00 of 8:00' },
    upcoming: { state: 'now', words: '4:00 of 12:00' },
  });
});

test('[M24] nothing is opened before the clock starts', () => {
  expect(agendaProgress(null, timed, 0)).toEqual({});
  expect(doneSections(null, timed)).toEqual([]);
});

test('[M24] past the last section all are done', () => {
  const atLast = atSection(startedClock('roadmap', 0), 'risks', MINUTE);
  expect(isThrough(atLast, timed)).toBe(false);
  expect(doneSections(atLast, timed)).toHaveLength(2);
  const through = atSection(atLast, null, 2 * MINUTE);
  expect(isThrough(through, timed)).toBe(true);
  expect(doneSections(through, timed)).toHaveLength(3);
  expect(isThrough(startedClock(null, 0), timed)).toBe(false);
});

test('[M24] [M32] once the notes are final, what was opened is done and nothing runs on', () => {
  const clock = atSection(startedClock('roadmap', 0), 'upcoming', 7 * MINUTE);
  expect(endedProgress(clock, timed)).toEqual({
    roadmap: { state: 'done', words: '' },
    upcoming: { state: 'done', words: '' },
  });
  expect(endedProgress(null, timed)).toEqual({});
});
