import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarDecisions } from './similar-decisions.ts';

const LOG = [
  { id: 'one-way', text: 'The CRM sync pushes one way in the first version; both ways come later.' },
  { id: 'phones', text: 'Reminders support iOS 15 and newer.' },
  { id: 'freeze', text: 'No releases during the database upgrade.' },
  { id: 'vendor', text: 'We stay with the current AI vendor until the summer.' },
];

const similarTo = (text: string): readonly string[] => similarDecisions(text, LOG).map(({ decision }) => decision.id);

test.each([
  ['Should reminders be supported on iOS 14?', 'phones'],
  ['Sync to the CRM pushes in both ways from version 2', 'one-way'],
  ['Release freeze while upgrading the database', 'freeze'],
])('[M36] “%s” finds the old one', (text, id) => {
  expect(similarTo(text)[0]).toBe(id);
});

test.each(['', 'vendor', 'The office moves to the second floor', 'We will not do that with this one'])(
  '[M36] “%s” resembles nothing',
  (text) => {
    expect(similarTo(text)).toEqual([]);
  },
);

test('[M36] the likeness is between 0 and 1, and most like come first', () => {
  const words = fc.array(fc.constantFrom('sync', 'crm', 'vendor', 'ios', 'database', 'upgrade', 'summer'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 6 }), (typed, logged) => {
      const log = logged.map((text, index) => ({ id: String(index), text: text.join(' ') }));
      const likenesses = similarDecisions(typed.join(' '), log).map(({ likeness }) => likeness);
      expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a));
      for (const likeness of likenesses) expect(likeness > 0 && likeness <= 1 + 1e-9).toBe(true);
    }),
  );
});
