import type { Attendee } from '@duet/domain';
import { expect, test } from 'vitest';
import { matchingPeople, peopleOf, personNamed } from './person.ts';

const attendee = (name: string): Attendee => ({ id: name, name, side: 'other', role: 'participant' });

test('a handle is the first name, and says more only where two share it', () => {
  const handles = peopleOf(['Priya Nair', 'Anna Kim', 'Anna Ruiz'].map(attendee)).map(({ handle }) => handle);
  expect(handles).toEqual(['priya', 'anna.k', 'anna.r']);
});

test('people are found by handle, first or last name; names of the document follow those who are here', () => {
  const here = ['Marcus Reyes', 'Rosa Lindqvist'].map(attendee);
  const found = (query: string): readonly string[] =>
    matchingPeople(here, ['mario', 'Marcus'], query).map(({ handle }) => handle);
  expect(found('mar')).toEqual(['marcus', 'mario']);
  expect(found('@LIND')).toEqual(['rosa']);
  expect(found('')).toEqual(['marcus', 'rosa', 'mario']);
});

test('an owner who is not here is still shown', () => {
  expect(personNamed('wen', [])).toMatchObject({ handle: 'wen', initials: 'WE', name: null });
  expect(personNamed('Rosa Lindqvist', peopleOf([attendee('Rosa Lindqvist')]))).toMatchObject({ handle: 'rosa' });
});
