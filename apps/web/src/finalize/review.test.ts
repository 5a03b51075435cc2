import { make, openPoints, plain } from '@duet/domain';
import { day, meetingOf, risksOf } from '@duet/domain/testing';
import { describe, expect, test } from 'vitest';
import { answersOf, effectsOf, escalationOf, noteOn, type Pick, resolutionsOf } from './review.ts';

const meeting = meetingOf([
  risksOf({ id: 'phones' }),
  make.actionItem({ id: 'call', action: plain('Call'), due: day('2025-03-14') }),
]);
const points = openPoints(meeting, {
  today: day('2025-03-18'),
  by: { name: 'Maya', side: 'product' },
  escalateTo: 'Dana',
});
const answers = (picks: Readonly<Record<string, Pick>> = {}) => answersOf(points, new Map(Object.entries(picks)));

describe('[M31] the review', () => {
  test('sends what is safe when nobody chooses', () => {
    expect(resolutionsOf(answers())).toEqual([{ id: 'phones', field: 'escalatedTo', value: 'Dana' }]);
    expect(effectsOf(answers())).toEqual([{ verb: 'escalate', noun: 'risk' }]);
    expect(noteOn(answers(), 'Mar 25')).toBe('1 stays open in the notes and comes back on Mar 25.');
  });

  test('sends what was chosen, as it was typed', () => {
    const chosen = answers({
      'unowned-risk phones': { way: 'settle', value: ' Wen ' },
      'overdue-action call': { way: 'settle', value: null },
    });
    expect(resolutionsOf(chosen)).toEqual([
      { id: 'phones', field: 'owner', value: 'Wen' },
      { id: 'call', field: 'due', value: '2025-03-25' },
    ]);
    expect(noteOn(chosen, null)).toBe('Nothing stays open.');
  });

  test.each([
    ['the team', false],
    ['', false],
    ['Wen', true],
  ])('takes one person for a risk: %j', (value, complete) => {
    expect(answers({ 'unowned-risk phones': { way: 'settle', value } })[0]?.complete).toBe(complete);
  });

  test('escalates as last time, else as elsewhere in the notes, else to whoever finalizes', () => {
    expect(escalationOf(meeting, 'Dana', 'Maya')).toBe('Dana');
    const other = meetingOf([risksOf({ id: 'a', escalatedTo: 'Rosa' }, { id: 'b', escalatedTo: 'leadership' })]);
    expect(escalationOf(other, null, 'Maya')).toBe('Rosa');
    expect(escalationOf(meeting, null, 'Maya')).toBe('Maya');
  });
});
