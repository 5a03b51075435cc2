import { expect, test } from 'vitest';
import { shortNames } from './person-words.ts';

test('[M2] people are called by their first name, and in full where two share it', () => {
  expect(shortNames(['Maya Lind', 'Priya Nair', 'maya', ' Anna Kim '])).toEqual(['Maya Lind', 'Priya', 'maya', 'Anna']);
});
