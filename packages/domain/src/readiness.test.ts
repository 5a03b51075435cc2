import { expect, test } from 'vitest';
import { make } from './make.ts';
import { readiness, readinessInWords } from './readiness.ts';
import { plain } from './rich-text.ts';
import { day, meetingOf, risksOf, roadmapOf } from './testing.ts';

const row = roadmapOf({ health: 'on-track' });
const item = make.upcomingItem({
  title: plain('Reminders'),
  engineering: plain('Needs the queue'),
  docs: [{ text: 'design', link: 'https://docs.example.org/reminders' }],
});

test('[M30] everything is there', () => {
  const meeting = meetingOf([row, item, risksOf({})]);
  expect(readinessInWords(readiness(meeting))).toBe('5/5');
  expect(readiness(meeting, 'product')).toEqual({ done: 3, total: 3, missing: [] });
  expect(readiness(meeting, 'engineering')).toEqual({ done: 3, total: 3, missing: [] });
});

test('[M30] what is missing is named, for the side whose part it is', () => {
  const meeting = meetingOf([row, { ...item, docs: [] }, risksOf({})]);
  expect(readinessInWords(readiness(meeting))).toBe('4/5, missing: design doc of Reminders');
  expect(readinessInWords(readiness(meeting, 'engineering'))).toBe('2/3, missing: design doc of Reminders');
  expect(readiness(meeting, 'product').missing).toEqual([]);
});

test('[M30] a tick in the checklist proves nothing', () => {
  const ticked = make.textBlock({ kind: 'check', checked: true, text: plain('All done') });
  expect(readinessInWords(readiness(meetingOf([ticked])))).toBe(
    '2/5, missing: roadmap rows, upcoming work, risks, or “none”',
  );
});

test('[M30] a row without a word, or with an old one, is not updated', () => {
  const rows = roadmapOf(
    { feature: plain('Search'), health: null },
    { feature: plain('Login'), health: 'on-track', carried: 1, confirmedOn: day('2025-03-11') },
    { feature: plain('Sync'), progress: 'shipped' },
  );
  expect(readiness(meetingOf([rows, item, risksOf({})])).missing).toEqual(['status of Search', 'status of Login']);
});

test.each(['None', 'no new risks this week', 'No risks.'])('[M30] “%s” is a word about risks', (words) => {
  const heading = make.sectionHeading({ key: 'risks' });
  const meeting = meetingOf([row, item, heading, make.textBlock({ text: plain(words) })]);
  expect(readinessInWords(readiness(meeting))).toBe('5/5');
});
