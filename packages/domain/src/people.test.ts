import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everybodyOnce, initialsOf, namesIn, type Role, type Side, soleOwner } from './people.ts';

describe('[M14] the one owner', () => {
  test.each([
    ['wen', 'wen'],
    ['@wen', 'wen'],
    ['Ana María López', 'Ana María López'],
    ['王伟', '王伟'],
    ['wen (platform team)', 'wen (platform team)'],
    ['wen from the platform team', 'wen from the platform team'],
    ['Andy Orlando', 'Andy Orlando'],
    ['An', 'An'],
    ['Ops-Petra', 'Ops-Petra'],
    ['Noah', 'Noah'],
  ])('%s is %s', (owner, expected) => {
    expect(soleOwner(owner)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '@',
    '?',
    '??',
    '-',
    'n/a',
    'N/A',
    'TBD',
    'tbd.',
    'to be decided',
    'nobody',
    'no one',
    'No owner',
    'unknown',
    'Unassigned',
    'not yet',
    'team',
    'the team',
    'the whole team',
    'Platform team',
    'platform-team',
    'engineering',
    'Eng leads',
    'product and engineering',
    'mobile squad',
    'everyone',
    'all of us',
    'the whole of engineering',
    'someone from sales',
    'steering committee',
    'PM',
    'wen?',
    'wen and rosa',
    'wen & rosa',
    'wen, rosa',
    'wen / rosa',
    'wen or rosa',
    '@wen @rosa',
    'wen + @rosa',
  ])('“%s” is nobody in particular', (owner) => {
    expect(soleOwner(owner)).toBeNull();
  });

  test('nothing is nobody', () => {
    expect(soleOwner(null)).toBeNull();
  });

  test('two owners are never one, whatever joins them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('wen', 'rosa', 'Ana López', '@darius'),
        fc.constantFrom(', ', ' and ', ' & ', '/', ' + ', '; ', ' or ', ' @'),
        fc.constantFrom('marcus', 'Priya N', 'jonas'),
        (first, joint, second) => {
          expect(namesIn(first + joint + second)).toHaveLength(2);
          expect(soleOwner(first + joint + second)).toBeNull();
        },
      ),
    );
  });
});

test.each([
  ['Priya Nair', 'PN'],
  ['wen', 'WE'],
  ['anna.k', 'AK'],
  ['Jan van der Berg', 'JB'],
  ['𝒜da', '𝒜D'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('[M2] whoever joined in three browsers is one person, with the most that any of them may do', () => {
  const joined = (id: string, name: string, side: Side, role: Role) => ({ id, name, side, role });
  const people = [
    joined('1', 'Rosa', 'product', 'follower'),
    joined('2', 'Kofi', 'engineering', 'participant'),
    joined('3', ' rosa ', 'product', 'facilitator'),
    joined('4', 'Rosa', 'product', 'participant'),
    joined('5', 'Rosa', 'engineering', 'participant'),
  ];
  expect(everybodyOnce(people).map(({ id }) => id)).toEqual(['3', '2', '5']);
});
