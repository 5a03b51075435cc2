import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../blocks.ts';
import { addDays } from '../iso-date.ts';
import { make } from '../make.ts';
import { plain } from '../rich-text.ts';
import { day, days, meetingOf, meetings, risksOf, roadmapOf } from '../testing.ts';
import { attention } from './attention.ts';
import { FINDING_KINDS, type FindingKind } from './finding.ts';

/** A Tuesday, the day of the meeting. */
const TODAY = day('2025-03-18');

const whole = make.upcomingItem({
  title: plain('Reminders'),
  intent: plain('People forget'),
  engineering: plain('Needs the queue'),
  feasibility: 'cleared',
});

function found(...blocks: readonly Block[]): readonly (readonly [FindingKind, string])[] {
  return attention(meetingOf(blocks), { today: TODAY }).map((finding) => [finding.kind, finding.why]);
}

describe('each reason for attention', () => {
  test.each<[string, Block, FindingKind, string]>([
    [
      '[M26] a concern without an answer, and how far ahead it came',
      make.openQuestion({
        question: plain('Will the queue hold?'),
        raisedBy: 'Rosa',
        raisedOn: day('2025-03-12'),
        threatens: day('2025-03-24'),
      }),
      'raised-concern',
      'Raised by Rosa, 12 days ahead of Mon, Mar 24. It has no answer yet.',
    ],
    [
      '[M9] an item that is not cleared and starts within two sprints',
      { ...whole, feasibility: 'needs-talk', sprintStart: day('2025-03-24') },
      'ungated',
      'The feasibility talk has not happened, and it starts in 6 days.',
    ],
    [
      '[M9] an item that should have started already',
      { ...whole, feasibility: 'in-talk', sprintStart: day('2025-03-17') },
      'ungated',
      'The feasibility talk is not finished, and it was to start yesterday.',
    ],
    [
      '[M11] a contingency past its day',
      {
        ...whole,
        contingency: plain('Queue rewrite merged'),
        contingencyBy: day('2025-03-17'),
        fallback: plain('Ship email only.'),
      },
      'decide-now',
      'Decide now: “Queue rewrite merged” was due yesterday and is open. The fallback: Ship email only.',
    ],
    [
      '[M7] a promised date that engineering has not confirmed',
      roadmapOf({ dateState: 'promised', targetDate: day('2025-04-14') }),
      'promised-unconfirmed',
      'Mon, Apr 14 is promised outside. Engineering has not confirmed it.',
    ],
    ['[M14] a risk without an owner', risksOf({}), 'unowned-risk', 'Nobody owns this risk.'],
    [
      '[M14] a risk with a group for an owner',
      risksOf({ owner: 'the team' }),
      'unowned-risk',
      '“the team” is not one person who owns this risk.',
    ],
    [
      '[M16] a pending decision without an owner',
      make.decision({ text: plain('Drop old phones') }),
      'pending-without-owner',
      'Pending, and no one person is named to settle it.',
    ],
    [
      '[M16] decided without who and why',
      make.decision({ text: plain('Drop old phones'), state: 'decided' }),
      'decided-without-who-or-why',
      'Decided, but it does not say who decided and why.',
    ],
    [
      '[M16] decided without why',
      make.decision({ text: plain('Drop old phones'), state: 'decided', decidedBy: ['wen'] }),
      'decided-without-who-or-why',
      'Decided, but it does not say why.',
    ],
    [
      '[M17] an action past its day',
      make.actionItem({ action: plain('Call the vendor'), owner: 'wen', due: day('2025-03-14') }),
      'overdue-action',
      '4 days late, with wen.',
    ],
    [
      '[M3] a delayed row without a note',
      roadmapOf({ health: 'delayed', customersTold: true }),
      'delayed-without-note',
      'Delayed, and no note says why.',
    ],
    [
      '[M3] a delayed row, and customers may not know',
      roadmapOf({ health: 'delayed', notes: plain('Vendor slipped') }),
      'customers-not-told',
      'Delayed. Have customers been told?',
    ],
    [
      '[M4] a row that nobody touched since the last meeting',
      roadmapOf({ carried: 1, confirmedOn: day('2025-03-11') }),
      'stale-row',
      'Unchanged since Tue, Mar 11. Is it still so?',
    ],
    [
      '[M6] an item that does not say why or what is in the way',
      make.upcomingItem({ title: plain('Reminders') }),
      'incomplete-item',
      'It does not say why it matters or what is in the way.',
    ],
    [
      '[M18] a question without an answer',
      make.openQuestion({ question: plain('Who tells sales?'), owner: 'rosa' }),
      'unanswered-question',
      'No answer yet, with rosa.',
    ],
  ])('%s', (_, block, kind, why) => {
    expect(found(block)).toEqual([[kind, why]]);
  });

  test('[M12] a target inside a window, with the working days around it', () => {
    const window = make.constraint({
      statement: plain('Database upgrade'),
      from: day('2025-04-03'),
      to: day('2025-04-04'),
    });
    const row = roadmapOf({ id: 'search', targetDate: day('2025-04-03') });
    expect(attention(meetingOf([window, row]), { today: TODAY })).toEqual([
      {
        kind: 'date-collision',
        blockId: 'search',
        title: 'Search',
        why: 'Thu, Apr 3 falls into “Database upgrade”. Free: Wed, Apr 2 or Mon, Apr 7.',
        fix: { kind: 'move-date', attribute: 'targetDate', days: ['2025-04-02', '2025-04-07'] },
      },
    ]);
  });
});

describe('what settles it', () => {
  test.each<[string, Block]>([
    ['[M9] the item is cleared', { ...whole, sprintStart: day('2025-03-24') }],
    ['[M9] it starts later than two sprints', { ...whole, feasibility: 'needs-talk', sprintStart: day('2025-04-16') }],
    [
      '[M11] the condition is met',
      { ...whole, contingency: plain('Merged'), contingencyBy: day('2025-03-01'), contingencyMet: true },
    ],
    ['[M11] its day is today', { ...whole, contingency: plain('Merged'), contingencyBy: TODAY }],
    ['[M7] engineering confirmed the date', roadmapOf({ dateState: 'confirmed', targetDate: day('2025-04-14') })],
    ['[M7] it shipped', roadmapOf({ dateState: 'promised', progress: 'shipped' })],
    ['[M14] one person owns the risk', risksOf({ owner: 'wen' })],
    ['[M31] the risk is escalated to a person', risksOf({ escalatedTo: 'Dana' })],
    ['[M14] the risk is closed', risksOf({ state: 'closed' })],
    ['[M16] the pending decision has an owner', make.decision({ text: plain('Drop old phones'), owner: 'rosa' })],
    ['[M17] the action is done', make.actionItem({ action: plain('Call'), due: day('2025-03-01'), status: 'done' })],
    ['[M17] it is due today', make.actionItem({ action: plain('Call'), due: TODAY })],
    ['[M4] the row was confirmed in this meeting', roadmapOf({ carried: 2, confirmedOn: TODAY })],
    ['[M18] the question is answered', make.openQuestion({ question: plain('Who?'), state: 'answered' })],
  ])('%s', (_, block) => {
    expect(found(block)).toEqual([]);
  });
});

test('an entry in which nobody has written raises nothing', () => {
  const blocks = [
    make.upcomingItem({ sprintStart: TODAY }),
    make.decision(),
    make.decision({ state: 'decided' }),
    make.actionItem({ due: day('2025-01-01') }),
    make.openQuestion(),
    risksOf({ risk: plain('  ') }),
    roadmapOf({ feature: [], health: 'delayed', dateState: 'promised', carried: 3 }),
  ];
  expect(found(...blocks)).toEqual([]);
});

test('[M27] the worst comes first, and every kind is in one order', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      const ranks = attention(meeting, { today }).map((finding) => FINDING_KINDS.indexOf(finding.kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});

test('[M27] every entry points at a block that is there, names it and says one sentence', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      const ids = meeting.blocks.flatMap((block) => ('rows' in block ? block.rows.map((row) => row.id) : [block.id]));
      for (const finding of attention(meeting, { today })) {
        expect(ids).toContain(finding.blockId);
        expect(finding.title).not.toBe('');
        expect(finding.why).toMatch(/[.?]$/);
      }
    }),
  );
});

test('[M9] clearing every item empties the gate, whatever the sprint length', () => {
  fc.assert(
    fc.property(meetings, days, fc.integer({ min: 1, max: 30 }), (meeting, today, sprintDays) => {
      const blocks = meeting.blocks.map((block) =>
        block.type === 'upcomingItem' ? { ...block, feasibility: 'cleared' as const } : block,
      );
      const kinds = attention({ ...meeting, blocks }, { today, sprintDays }).map((finding) => finding.kind);
      expect(kinds).not.toContain('ungated');
    }),
  );
});

test('[M17] what is overdue today is overdue tomorrow', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      const overdue = (on: typeof today) =>
        attention(meeting, { today: on }).flatMap(({ kind, blockId }) => (kind === 'overdue-action' ? [blockId] : []));
      expect(overdue(addDays(today, 1))).toEqual(expect.arrayContaining([...overdue(today)]));
    }),
  );
});
