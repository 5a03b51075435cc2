import type { Attendee, Role, Side } from '@duet/domain';
import { expect, test } from 'vitest';
import type { Present } from './presence.ts';
import { facilitatorNames, openerName } from './who-leads.ts';

const person = (name: string, side: Side, role: Role = 'facilitator'): Attendee => ({ id: name, name, side, role });
const here = (name: string, side: Side, role: Role = 'facilitator', isMe = false): Present => ({
  ...person(name, side, role),
  ids: [name],
  place: null,
  section: null,
  following: null,
  isMe,
});
const EXPECTED = [person('Ines Moreau', 'product'), person('Tomas Berg', 'engineering')];

test('[M23] a section is opened by whoever of its side is here, not by who stayed away', () => {
  expect(openerName('product', EXPECTED, [here('Priya Nair', 'product')])).toBe('Priya');
  expect(openerName('engineering', EXPECTED, [here('Priya Nair', 'product')])).toBe('Tomas');
  expect(openerName('product', EXPECTED, [here('Kofi', 'product', 'participant')])).toBe('Ines');
  expect(openerName('engineering', [], [])).toBe('EM');
  expect(openerName(null, EXPECTED, [])).toBeNull();
});

test('[M26] a concern is said to reach the facilitators who are here, and never oneself', () => {
  const me = person('Rosa', 'other', 'follower');
  expect(facilitatorNames(EXPECTED, [], me)).toBe('Ines and Tomas');
  expect(facilitatorNames(EXPECTED, [here('Priya Nair', 'product'), here('Rosa', 'other', 'follower', true)], me)).toBe(
    'Priya',
  );
  expect(
    facilitatorNames(EXPECTED, [here('Ines Moreau', 'product', 'facilitator', true)], person('Ines Moreau', 'product')),
  ).toBe('Tomas');
  const many = ['A', 'B', 'C', 'D'].map((name) => here(name, 'product'));
  expect(facilitatorNames(EXPECTED, many, me)).toBe('The facilitators');
});
