import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from './carry-over.ts';
import { make } from './make.ts';
import { actionItems, decisions, riskRows, roadmapRows, sections } from './meeting.ts';
import { plain } from './rich-text.ts';
import { isStale } from './roadmap-status.ts';
import { day, meetingOf, meetings, risksOf, roadmapOf } from './testing.ts';

const carried = (blocks: Parameters<typeof meetingOf>[0]) => ({ ...meetingOf([]), ...carryOver(meetingOf(blocks)) });

test('[M35] the next meeting is a week later, unless it is told', () => {
  expect(carryOver(meetingOf([])).date).toBe('2025-03-25');
  expect(carryOver(meetingOf([]), { date: day('2025-04-01'), title: 'After the break' })).toMatchObject({
    date: '2025-04-01',
    title: 'After the break',
  });
  expect(carryOver(meetingOf([], { date: null })).date).toBeNull();
});

test('[M23] the other side opens each section', () => {
  const heading = (opener: 'product' | 'engineering' | null) => make.sectionHeading({ opener });
  const next = carried([heading('product'), heading('engineering'), heading(null)]);
  expect(sections(next).map((section) => section.heading?.opener)).toEqual(['engineering', 'product', null]);
});

test('[M35] what is not settled is carried, a meeting older, and keeps its id', () => {
  const next = carried([
    make.actionItem({ id: 'open', action: plain('Call') }),
    make.actionItem({ id: 'old', action: plain('Ask'), status: 'in-progress', carried: 2, since: day('2025-03-04') }),
    make.actionItem({ id: 'done', action: plain('Paid'), status: 'done' }),
    make.actionItem({ id: 'dropped', action: plain('Sing'), status: 'dropped' }),
    make.decision({ id: 'pending', text: plain('Old phones') }),
    make.decision({ id: 'decided', text: plain('One way'), state: 'decided' }),
    risksOf({ id: 'unowned' }, { id: 'owned', owner: 'wen' }, { id: 'closed', state: 'closed' }),
    roadmapOf({ id: 'running' }, { id: 'shipped', progress: 'shipped' }),
  ]);
  const ages = [...actionItems(next), ...decisions(next), ...riskRows(next), ...roadmapRows(next)].map((entry) => [
    entry.id,
    entry.carried,
    entry.since,
  ]);
  expect(ages).toEqual([
    ['open', 1, '2025-03-18'],
    ['old', 3, '2025-03-04'],
    ['pending', 1, '2025-03-18'],
    ['unowned', 1, '2025-03-18'],
    ['owned', 1, '2025-03-18'],
    ['running', 1, '2025-03-18'],
  ]);
});

test('[M17] what is late by the next meeting heads its actions; the rest stays in the order of the room', () => {
  const next = carried([
    make.sectionHeading({ key: 'actions' }),
    make.actionItem({ id: 'ahead', action: plain('Call'), due: day('2025-04-01') }),
    make.actionItem({ id: 'late', action: plain('Ask'), due: day('2025-03-20') }),
    make.actionItem({ id: 'whenever', action: plain('Think') }),
    make.actionItem({ id: 'later', action: plain('Pay'), due: day('2025-03-14') }),
  ]);
  expect(actionItems(next).map(({ id }) => id)).toEqual(['late', 'later', 'ahead', 'whenever']);
});

test('[M4] a carried row is stale until somebody says that it still holds', () => {
  const next = carried([roadmapOf({})]);
  const [row] = roadmapRows(next);
  expect(row && isStale(row, next.date)).toBe(true);
  expect(row && isStale({ ...row, confirmedOn: next.date }, next.date)).toBe(false);
});

test('[M13] a horizon goes on counting down; a window that is over goes', () => {
  const next = carried([
    make.constraint({ id: 'over', statement: plain('Upgrade'), from: day('2025-03-20'), to: day('2025-03-21') }),
    make.constraint({ id: 'ahead', statement: plain('Freeze'), from: day('2025-03-24'), to: day('2025-03-25') }),
    make.constraint({ id: 'horizon', statement: plain('Quota'), horizon: day('2025-03-20') }),
    make.constraint({ id: 'always', statement: plain('Old phones') }),
  ]);
  expect(next.blocks.map((block) => 'id' in block && block.id)).toEqual(['ahead', 'horizon', 'always']);
});

test('[M35] the checklist starts unticked, the notes of the last meeting stay there', () => {
  const next = carried([
    make.sectionHeading({ key: 'checklist' }),
    make.textBlock({ id: 'ready', kind: 'check', checked: true, text: plain('Rows are current') }),
    make.sectionHeading({ key: 'risks' }),
    make.textBlock({ id: 'note', text: plain('We talked long') }),
  ]);
  expect(next.blocks.map((block) => block.type)).toEqual([
    'sectionHeading',
    'textBlock',
    'sectionHeading',
    'textBlock',
  ]);
  expect(next.blocks[1]).toMatchObject({ id: 'ready', checked: false });
  expect(next.blocks[3]).toMatchObject({ text: [] });
});

test('[M35] nothing open gets lost, however often it is carried', () => {
  fc.assert(
    fc.property(meetings, (meeting) => {
      const once = { ...meeting, ...carryOver(meeting) };
      const twice = { ...once, ...carryOver(once) };
      const ids = (of: typeof once) =>
        [...actionItems(of), ...decisions(of), ...riskRows(of), ...roadmapRows(of)].map(({ id }) => id);
      expect(ids(twice).toSorted()).toEqual(ids(once).toSorted());
      expect(ids(meeting)).toEqual(expect.arrayContaining(ids(once)));
      const openers = (of: typeof once) =>
        of.blocks.flatMap((block) => (block.type === 'sectionHeading' ? [block.opener] : []));
      expect(openers(twice)).toEqual(openers(meeting));
    }),
  );
});
