import { expect, test } from 'vitest';
import { attention } from './attention/attention.ts';
import { carryOver } from './carry-over.ts';
import { isOutOfWindow, itemsAhead, mayStart, startedRow } from './feasibility-gate.ts';
import { make } from './make.ts';
import { roadmapRows, upcomingItems } from './meeting.ts';
import { plain } from './rich-text.ts';
import { day, meetingOf } from './testing.ts';

const TODAY = day('2025-03-18');
const item = make.upcomingItem({ id: 'reminders', title: plain('Reminders'), feasibility: 'in-talk', carried: 2 });

test('[M8] an item that is not cleared may not start', () => {
  expect(mayStart(item)).toBe(false);
  expect(startedRow(item, TODAY)).toBeNull();
  expect(startedRow({ ...item, feasibility: 'not-feasible' }, TODAY)).toBeNull();
});

test('[M8] an override without a reason or a name does not count', () => {
  expect(mayStart(item, { reason: ' ', by: 'Priya' })).toBe(false);
  expect(mayStart(item, { reason: 'The customer leaves', by: '' })).toBe(false);
});

test('[M8] an override is recorded in the row that the item becomes', () => {
  expect(startedRow(item, TODAY, { reason: 'The customer leaves', by: 'Priya' })).toMatchObject({
    feature: [{ text: 'Reminders' }],
    progress: 'in-progress',
    origin: 'reminders',
    carried: 2,
    overrideReason: 'The customer leaves',
    overrideBy: 'Priya',
  });
});

test('[M8] a cleared item starts and records no override', () => {
  const row = startedRow({ ...item, feasibility: 'cleared' }, TODAY, { reason: 'Just in case', by: 'Priya' });
  expect(row).toMatchObject({ progress: 'in-progress', overrideReason: null, overrideBy: null });
});

test('[M10] more than two sprints away is out of the window', () => {
  expect(isOutOfWindow({ ...item, sprintStart: day('2025-04-15') }, TODAY)).toBe(false);
  expect(isOutOfWindow({ ...item, sprintStart: day('2025-04-16') }, TODAY)).toBe(true);
  expect(isOutOfWindow({ ...item, sprintStart: day('2025-04-16') }, TODAY, 21)).toBe(false);
  expect(isOutOfWindow({ ...item, sprintStart: null }, TODAY)).toBe(false);
});

test('[M8] an item that started waits for nothing any more, and only its row goes on to the next meeting', () => {
  const soon = { ...item, sprintStart: day('2025-03-24') };
  const row = startedRow(soon, TODAY, { reason: 'The customer leaves', by: 'Priya' });
  if (row === null) throw new Error('It may start.');
  const before = meetingOf([soon]);
  const after = meetingOf([{ type: 'roadmapTable', rows: [row] }, soon]);
  const kinds = (meeting: typeof before) => attention(meeting, { today: TODAY }).map(({ kind }) => kind);
  expect(itemsAhead(before)).toHaveLength(1);
  expect(kinds(before)).toContain('ungated');
  expect(itemsAhead(after)).toEqual([]);
  expect(kinds(after)).toEqual([]);
  const next = { ...after, ...carryOver(after) };
  expect(upcomingItems(next)).toEqual([]);
  expect(roadmapRows(next)).toMatchObject([{ origin: 'reminders', overrideReason: 'The customer leaves' }]);
});
