import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from './carry-over.ts';
import { changesSince } from './changes-since.ts';
import { make } from './make.ts';
import { plain } from './rich-text.ts';
import { day, days, meetingOf, meetings, risksOf, roadmapOf } from './testing.ts';

const TODAY = day('2025-03-25');

test('[M35] what is new, what changed and what is gone since last week', () => {
  const before = meetingOf([
    roadmapOf({ id: 'search', progress: 'in-progress', health: 'on-track', targetDate: day('2025-03-28') }),
    risksOf({ id: 'vendor' }, { id: 'same', owner: 'wen' }),
    make.actionItem({ id: 'call', action: plain('Call') }),
  ]);
  const now = meetingOf([
    roadmapOf({ id: 'search', progress: 'in-progress', health: 'delayed', targetDate: day('2025-04-14') }),
    risksOf({ id: 'vendor', owner: 'rosa', mitigation: plain('word '.repeat(30)) }, { id: 'same', owner: 'wen' }),
    make.decision({ id: 'phones', text: plain('Which phones?') }),
  ]);
  expect(changesSince(before, now, TODAY)).toEqual([
    {
      kind: 'changed',
      blockId: 'search',
      title: 'Search',
      what: ['Status: In progress — delayed, was In progress — on track', 'Target date: Mon, Apr 14, was Fri, Mar 28'],
    },
    {
      kind: 'changed',
      blockId: 'vendor',
      title: 'Vendor leaves',
      what: ['Owner: rosa, was none', 'Mitigation: rewritten'],
    },
    { kind: 'new', blockId: 'phones', title: 'Which phones?', what: [] },
    { kind: 'gone', blockId: 'call', title: 'Call', what: [] },
  ]);
});

test('[M35] nothing is different from itself, and being carried over is no change', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      expect(changesSince(meeting, meeting, today)).toEqual([]);
      const next = { ...meeting, ...carryOver(meeting) };
      expect(changesSince(meeting, next, today).every((change) => change.kind === 'gone')).toBe(true);
    }),
  );
});
