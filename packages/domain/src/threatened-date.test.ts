import fc from 'fast-check';
import { expect, test } from 'vitest';
import { make } from './make.ts';
import { plain } from './rich-text.ts';
import { day, meetingOf, meetings, roadmapOf } from './testing.ts';
import { daysAhead, raisedInWords, threatenable } from './threatened-date.ts';

test('[M26] a concern can threaten whatever is unfinished and has a day, the next one first', () => {
  const meeting = meetingOf([
    roadmapOf(
      { id: 'far', targetDate: day('2025-06-30') },
      { id: 'out', progress: 'shipped', targetDate: day('2025-03-19') },
    ),
    make.upcomingItem({ id: 'item', title: plain('Reminders'), sprintStart: day('2025-03-24') }),
    make.constraint({ id: 'window', statement: plain('Upgrade'), from: day('2025-04-03'), to: day('2025-04-04') }),
    make.actionItem({ id: 'action', action: plain('Call'), due: day('2025-03-21') }),
    make.actionItem({ id: 'done', action: plain('Ask'), due: day('2025-03-20'), status: 'done' }),
    make.actionItem({ id: 'dateless', action: plain('Think') }),
  ]);
  expect(threatenable(meeting).map(({ id }) => id)).toEqual(['action', 'item', 'window', 'far']);
});

test('[M26] it says how early somebody spoke up', () => {
  const concern = { raisedBy: 'Finn', raisedOn: day('2025-03-18'), threatens: day('2025-03-24') };
  expect(daysAhead(concern)).toBe(6);
  expect(raisedInWords(concern, day('2025-03-20'))).toBe('Raised by Finn, 6 days ahead of Mon, Mar 24');
  expect(raisedInWords({ ...concern, threatens: null }, day('2025-03-20'))).toBe('Raised by Finn');
  expect(raisedInWords({ ...concern, threatens: day('2025-03-17') }, day('2025-03-20'))).toBe('Raised by Finn');
  expect(raisedInWords({ ...concern, raisedBy: null }, day('2025-03-20'))).toBeNull();
});

test('[M26] in any meeting the days come in order, and each has something to name', () => {
  fc.assert(
    fc.property(meetings, (meeting) => {
      const found = threatenable(meeting);
      expect(found.map(({ day: at }) => at)).toEqual(found.map(({ day: at }) => at).toSorted());
      expect(found.every(({ title }) => title !== '')).toBe(true);
    }),
  );
});
