import { expect, test } from 'vitest';
import { searchCommands } from './command-search.ts';

const command = (group: string, words: string, onlyTyped = false) => ({ group, words, onlyTyped });
const all = [
  command('This meeting', 'Share links'),
  command('Go to', 'Risks'),
  command('Add', 'Add risk'),
  command('Risks', 'Risk of a late share', true),
];
const words = (query: string): readonly string[] => searchCommands(all, query).map((one) => one.words);

test('before anything is typed, the rows of the notes are left out', () => {
  expect(words('')).toEqual(['Share links', 'Risks', 'Add risk']);
});

test('the group of what fits best stands first, and a group stands together', () => {
  expect(words('risk')).toEqual(['Risks', 'Risk of a late share', 'Add risk']);
  expect(words('share')).toEqual(['Share links', 'Risk of a late share']);
});
