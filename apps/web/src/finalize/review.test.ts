import { describe, expect, test } from 'vitest';
import { finalizeLabel, type RiskChoice, resolutionsOf } from './review.ts';

const choices = (...list: RiskChoice[]) => new Map(list.map((choice, index) => [`r${index}`, choice]));

describe('[M31] the button says what will happen', () => {
  test.each([
    [choices(), 'Finalize'],
    [choices({ way: 'escalate', to: 'Dana' }), 'Finalize and escalate 1 risk'],
    [choices({ way: 'assign', to: 'Wen' }, { way: 'assign', to: 'Rosa' }), 'Finalize and assign 2 risks'],
    [
      choices({ way: 'assign', to: 'Wen' }, { way: 'escalate', to: 'Dana' }),
      'Finalize, assign 1 risk and escalate 1 risk',
    ],
  ])('%#', (given, label) => {
    expect(finalizeLabel(given)).toBe(label);
  });

  test('and the request says the same', () => {
    expect(resolutionsOf(choices({ way: 'assign', to: ' Wen ' }, { way: 'escalate', to: 'Dana' }))).toEqual([
      { id: 'r0', owner: 'Wen' },
      { id: 'r1', escalatedTo: 'Dana' },
    ]);
  });
});
