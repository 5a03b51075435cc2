import { expect, test } from 'vitest';
import { attention } from './attention/attention.ts';
import { carryOver } from './carry-over.ts';
import { chosenFallback, fallbackDecision, isPastContingency } from './contingency.ts';
import { make } from './make.ts';
import { type Meeting, upcomingItems } from './meeting.ts';
import { plain, plainText } from './rich-text.ts';
import { day, meetingOf } from './testing.ts';

const TODAY = day('2025-03-22');
const item = make.upcomingItem({
  id: 'reminders',
  title: plain('Reminders'),
  feasibility: 'cleared',
  contingency: plain('Queue rewrite merged'),
  contingencyBy: day('2025-03-21'),
  fallback: plain('Ship email only.'),
});
const kinds = (meeting: Meeting) => attention(meeting, { today: TODAY }).map(({ kind }) => kind);

test('[M11] it is time to decide the day after, unless it is done', () => {
  expect(isPastContingency(item, day('2025-03-21'))).toBe(false);
  expect(isPastContingency(item, TODAY)).toBe(true);
  expect(isPastContingency({ ...item, contingencyMet: true }, TODAY)).toBe(false);
  expect(isPastContingency({ ...item, contingencyBy: null }, TODAY)).toBe(false);
});

test('[M11] going for the fallback is a decision that says who and why, and settles it', () => {
  const decision = fallbackDecision(item, 'Priya', TODAY);
  expect(plainText(decision.text)).toBe('Ship email only.');
  expect(plainText(decision.why)).toBe('Queue rewrite merged was not done by Fri, Mar 21.');
  expect(decision).toMatchObject({ state: 'decided', decidedBy: ['Priya'], origin: 'reminders', affectsSprint: true });
  expect(kinds(meetingOf([item]))).toContain('decide-now');
  expect(kinds(meetingOf([item, decision]))).not.toContain('decide-now');
  expect(kinds(meetingOf([item, { ...decision, state: 'superseded' }]))).toContain('decide-now');
  expect(chosenFallback(meetingOf([item, decision]), item)?.id).toBe(decision.id);
});

test('[M11] a fallback that was chosen is not asked for again in the next meeting', () => {
  const last = meetingOf([item, fallbackDecision(item, 'Priya', TODAY)]);
  const next = { ...last, ...carryOver(last) };
  expect(upcomingItems(next)).toHaveLength(1);
  expect(kinds(next)).not.toContain('decide-now');
});
