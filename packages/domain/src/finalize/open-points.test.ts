import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { make } from '../make.ts';
import type { Meeting } from '../meeting.ts';
import { plain } from '../rich-text.ts';
import { day, days, meetingOf, meetings, risksOf, roadmapOf } from '../testing.ts';
import { type Choice, finalizeWords, openPoints, type ReviewContext } from './open-points.ts';
import { type Resolution, settlementOf } from './resolution.ts';

const TODAY = day('2025-03-18');
const context: ReviewContext = {
  today: TODAY,
  by: { name: 'Maya', side: 'product' },
  escalateTo: 'Dana Okafor',
};

const meeting = meetingOf([
  roadmapOf({ id: 'sso', targetDate: day('2025-04-14'), dateState: 'promised', confirmedOn: TODAY }),
  make.upcomingItem({
    id: 'reminders',
    title: plain('Reminders'),
    intent: plain('Choose how often'),
    engineering: plain('The queue first'),
    sprintStart: day('2025-03-24'),
  }),
  risksOf({ id: 'phones', risk: plain('Old phones') }),
  make.decision({ id: 'which', text: plain('Which phones?') }),
  make.actionItem({ id: 'call', action: plain('Call'), owner: 'Priya', due: day('2025-03-14') }),
  make.openQuestion({ id: 'why', question: plain('Why now?') }),
]);

const pointOf = (id: string, said: Partial<ReviewContext> = {}, of: Meeting = meeting) =>
  openPoints(of, { ...context, ...said }).find(({ finding }) => finding.blockId === id) ?? expect.fail(id);

describe('[M31] every open point has two ways out, and the safe one is said in words', () => {
  test.each([
    ['phones', 'Assign', 'Escalate', 'Risk with no owner. Goes to'],
    ['which', 'Name decider', 'Carry over', 'No decider yet. Returns first thing on Tue, Mar 25.'],
    ['reminders', 'Talked through', 'Hold', 'No feasibility talk. Marked “on hold” for the sprint of Mon, Mar 24.'],
    ['call', 'New date', 'Carry over', '4 days late, with Priya. Stays open with the same date.'],
    ['why', 'Answer', 'Carry over', 'No answer yet, and nobody has it. Returns on Tue, Mar 25.'],
    [
      'sso',
      'Confirmed',
      'Leave open',
      'Mon, Apr 14 is promised outside. Engineering has not confirmed it. Goes out in red.',
    ],
  ])('%s', (id, settle, safe, said) => {
    const point = pointOf(id);
    expect([point.settle.label, point.safe.label, point.safe.said]).toEqual([settle, safe, said]);
  });

  test('risks stand first, and go to the person they went to before', () => {
    expect(openPoints(meeting, context)[0]?.safe.deed).toMatchObject({
      field: 'escalatedTo',
      suggested: 'Dana Okafor',
    });
  });

  test('a word that is not theirs to give is refused with its reason', () => {
    expect(pointOf('sso').settle.refused).toBe('Only engineering confirms a date.');
    expect(pointOf('sso', { by: { name: 'Tomas', side: 'engineering' } }).settle.refused).toBeUndefined();
    const silent = meetingOf([make.upcomingItem({ id: 'x', title: plain('X'), sprintStart: TODAY })]);
    expect(pointOf('x', {}, silent).settle.refused).toBe('Engineering has written nothing about it yet.');
    expect(pointOf('reminders').settle.refused).toBeUndefined();
  });

  test('what is on hold already stays so, and nothing is written', () => {
    const held = meetingOf([
      make.upcomingItem({ id: 'x', title: plain('X'), sprintStart: TODAY, feasibility: 'not-feasible' }),
    ]);
    expect(pointOf('x', {}, held).safe).toMatchObject({ label: 'Hold', deed: { kind: 'leave' } });
  });
});

test('[M31] an overdue action is offered the next meeting, unless that has passed', () => {
  expect(pointOf('call').settle.deed).toMatchObject({ suggested: '2025-03-25' });
  expect(pointOf('call', { today: day('2025-03-25') }).settle.deed).toMatchObject({ suggested: '' });
});

/** What a choice comes to when somebody fills in what it asks for. */
function resolutionOf(id: string, { deed }: Choice): Resolution | null {
  if (deed.kind === 'leave') return null;
  if (deed.kind === 'set') return deed.resolution;
  const values = { person: 'Wen', people: 'Wen, Rosa', day: '2025-04-01', text: 'Because' };
  return { id, field: deed.field, value: values[deed.input] } as Resolution;
}

test('[M31] whatever is open, each choice that is offered can be written', () => {
  fc.assert(
    fc.property(meetings, days, (some, today) => {
      for (const { finding, settle, safe } of openPoints(some, { ...context, today })) {
        for (const choice of [settle, safe]) {
          const resolution = resolutionOf(finding.blockId, choice);
          if (resolution === null || choice.refused !== undefined) continue;
          expect(settlementOf(some, resolution, { ...context, today })).toBeTypeOf('object');
        }
      }
    }),
  );
});

describe('what a resolution writes', () => {
  const settled = (resolution: Resolution, by = context.by) => settlementOf(meeting, resolution, { by, today: TODAY });

  test.each<[Resolution, object]>([
    [
      { id: 'reminders', field: 'feasibility', value: 'cleared' },
      { attributes: { feasibility: 'cleared', clearedBy: 'Maya', clearedOn: TODAY }, texts: {} },
    ],
    [
      { id: 'reminders', field: 'feasibility', value: 'not-feasible' },
      { attributes: { feasibility: 'not-feasible', clearedBy: null, clearedOn: null }, texts: {} },
    ],
    [
      { id: 'why', field: 'answer', value: 'Prices' },
      { attributes: { state: 'answered' }, texts: { answer: 'Prices' } },
    ],
    [
      { id: 'call', field: 'due', value: day('2025-04-01') },
      { attributes: { due: '2025-04-01' }, texts: {} },
    ],
  ])('%j', (resolution, written) => {
    expect(settled(resolution)).toEqual(written);
  });

  test('a wrong entry, a wrong field and a foreign word are refused', () => {
    expect(settled({ id: 'nobody', field: 'owner', value: 'wen' })).toContain('has the id "nobody"');
    expect(settled({ id: 'call', field: 'escalatedTo', value: 'wen' })).toContain('no escalatedTo');
    expect(settled({ id: 'sso', field: 'dateState', value: 'confirmed' })).toContain('Only engineering');
  });
});

test('[M31] the button says what will happen', () => {
  const escalate = { verb: 'escalate', noun: 'risk' };
  const hold = { verb: 'hold', noun: 'item' };
  expect(finalizeWords([])).toBe('Finalize');
  expect(finalizeWords([escalate])).toBe('Finalize and escalate 1 risk');
  expect(finalizeWords([escalate, escalate, hold])).toBe('Finalize, escalate 2 risks and hold 1 item');
});
