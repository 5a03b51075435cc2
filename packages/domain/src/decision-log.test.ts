import { expect, test } from 'vitest';
import { decisionLog, resembledDecision, standingWords } from './decision-log.ts';
import { make } from './make.ts';
import { plain } from './rich-text.ts';
import { day } from './testing.ts';

const decision = (id: string, text: string, more: Parameters<typeof make.decision>[0] = {}) =>
  make.decision({ id, text: plain(text), state: 'decided', ...more });
const meeting = (id: string, date: string, ...decisions: ReturnType<typeof decision>[]) => ({
  id,
  date: day(date),
  decisions,
});

const SYNC = 'Sync to the CRM pushes one way in the first version';
const BOTH = 'Sync to the CRM pushes both ways from the second version';
const log = decisionLog([
  meeting('first', '2025-03-04', decision('sync', SYNC), decision('phones', 'Reminders support iOS 15 and newer')),
]);

test('[M36] the log has each decision once, as it was told last, with its day and its meeting', () => {
  const all = decisionLog([
    meeting(
      'first',
      '2025-03-04',
      decision('sync', SYNC, { decidedBy: ['Priya', 'Wen'], decidedOn: day('2025-03-03') }),
      decision('phones', 'Which phones?', { state: 'pending' }),
      decision('blank', ' '),
    ),
    meeting('second', '2025-03-11', decision('phones', 'iOS 15 and newer')),
  ]);
  expect(all.map(({ id, meetingId, text, state }) => [id, meetingId, text, state])).toEqual([
    ['sync', 'first', SYNC, 'decided'],
    ['phones', 'second', 'iOS 15 and newer', 'decided'],
  ]);
  const words = all.map((each) => standingWords(each, day('2025-03-18')));
  expect(words).toEqual(['decided Mar 3 by Priya and Wen', 'decided Mar 11']);
  expect(standingWords({ ...log[0], state: 'pending' } as (typeof log)[0], day('2025-03-18'))).toBe('pending');
});

test('[M36] a decision resembles one of another meeting or of its own, never itself', () => {
  const both = decision('both', BOTH);
  expect(resembledDecision(both, [both], log)).toMatchObject({ id: 'sync', meetingId: 'first' });
  expect(resembledDecision(both, [both, decision('here', BOTH)], log)).toMatchObject({ id: 'here', meetingId: '' });
  expect(resembledDecision(both, [both], [])).toBeNull();
  expect(resembledDecision(decision('floor', 'The office moves to the second floor'), [], log)).toBeNull();
});

test('[M36] one that this meeting has itself counts as it is here', () => {
  const both = decision('both', BOTH);
  expect(resembledDecision(both, [both, decision('sync', 'Something else')], log)).toBeNull();
});

test.each([
  ['replaces another already', { supersedes: 'phones' }, []],
  ['would replace what is reversed', {}, [decision('sync', SYNC, { state: 'superseded' })]],
  ['would replace what another one replaces', {}, [decision('new', 'Push both', { supersedes: 'sync' })]],
  ['is itself what the other one replaces', {}, [decision('sync', SYNC, { supersedes: 'both' })]],
])('[M36] nothing is offered where it %s', (_, more, others) => {
  const both = decision('both', BOTH, more);
  expect(resembledDecision(both, [both, ...others], log)).toBeNull();
});
