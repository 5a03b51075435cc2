import { parseIsoDate } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import type { FollowUp, FollowUpItem } from '../api/follow-up.ts';
import { countdownOf, earlierWords, lineOf, spanWords } from './follow-up-words.ts';

// Local times, as the page shows them.
const at = (clock: string): string => new Date(`2025-03-18T${clock}:00`).toISOString();
const now = Date.parse(at('11:14'));

const item = (said: Partial<FollowUpItem>): FollowUpItem => ({
  audience: 'product-team',
  status: 'due',
  plannedAt: at('10:46'),
  dueAt: at('12:46'),
  sprint: null,
  replaces: null,
  sentAt: null,
  onTime: null,
  sentBy: null,
  markedByHand: false,
  nextAt: null,
  reason: null,
  maybeTwice: false,
  channels: 1,
  deliveries: [],
  ...said,
});
const followUp = (...items: readonly FollowUpItem[]): FollowUp => ({ revision: 1, items, earlier: [] });

describe('[M34] what the page says of an audience', () => {
  test.each([
    [{}, 'Due by 12:46', false],
    [{ dueAt: at('11:00') }, 'Due by 11:00, late', true],
    [{ sprint: parseIsoDate('2025-03-24') }, 'Before the sprint of Mar 24', false],
    [{ status: 'waiting', nextAt: at('11:20') }, 'Goes out by itself at 11:20', false],
    [
      { status: 'retrying', reason: 'It is away.', nextAt: at('11:14') },
      'It is away. Next try in under a minute.',
      true,
    ],
    [
      {
        status: 'retrying',
        nextAt: at('11:20'),
        deliveries: [
          { kind: 'email', to: 'bo@team.example', state: 'failed', reason: 'It was refused.' },
          { kind: 'slack', to: 'chat.example', state: 'waiting', reason: 'It is away.' },
        ],
      },
      'It is away. Next try at 11:20.',
      true,
    ],
    [
      {
        status: 'failed',
        deliveries: [
          { kind: 'email', to: 'bo@team.example', state: 'failed', reason: 'It was refused.' },
          { kind: 'slack', to: 'chat.example', state: 'failed', reason: 'It is gone.' },
          { kind: 'email', to: 'ann@team.example', state: 'failed', reason: 'It was refused.' },
        ],
      },
      'Not sent. bo@team.example and 1 more: It was refused.',
      true,
    ],
    [
      {
        status: 'waiting',
        nextAt: at('11:20'),
        reason: 'Enough has left.',
        deliveries: [
          { kind: 'email', to: 'ann@team.example', state: 'sent', reason: null },
          { kind: 'email', to: 'bo@team.example', state: 'waiting', reason: null },
        ],
      },
      '1 of 2 have it. Enough has left. Goes out by itself at 11:20',
      false,
    ],
    [{ status: 'retrying', reason: 'It is away.', nextAt: at('11:20') }, 'It is away. Next try at 11:20.', true],
    [
      { status: 'failed', reason: 'It is gone.', maybeTwice: true },
      'Not sent. It is gone. It may have arrived twice.',
      true,
    ],
    [
      {
        status: 'failed',
        deliveries: [
          { kind: 'email', to: 'ann@team.example', state: 'sent', reason: null },
          { kind: 'email', to: 'bo@team.example', state: 'failed', reason: 'It was refused.' },
        ],
      },
      '1 of 2 have it. bo@team.example: It was refused.',
      true,
    ],
    [{ status: 'sent', sentAt: at('10:52'), onTime: true }, 'Sent 10:52, on time', false],
    [{ status: 'sent', sentAt: at('10:52'), onTime: false }, 'Sent 10:52, late', true],
    [
      { status: 'sent', sentAt: at('10:52'), onTime: true, markedByHand: true, sentBy: 'Priya' },
      'Sent by Priya 10:52, on time',
      false,
    ],
    [{ status: 'nothing' }, 'No decision changes the sprint plan: nothing to tell', false],
  ] as const)('%j', (said, text, isBad) => {
    expect(lineOf(item(said), now)).toEqual({ text, isBad });
  });
});

test('[M34] the clock is that of what is due first, and stops when nothing is owed', () => {
  const later = item({ audience: 'engineering', dueAt: at('18:00') });
  expect(countdownOf(followUp(later, item({})), now)).toMatchObject({ words: '1 h 32 m left', isLate: false });
  expect(countdownOf(followUp(item({})), now)?.spent).toBeCloseTo(28 / 120);
  expect(countdownOf(followUp(item({ dueAt: at('10:50') })), now)).toEqual({
    words: '24 m late',
    spent: 1,
    isLate: true,
  });
  expect(countdownOf(followUp(item({ status: 'sent' }), item({ status: 'nothing' })), now)).toBeNull();
});

test.each([
  [30_000, 'under a minute'],
  [61_000, '1 m'],
  [3_600_000, '1 h 0 m'],
  [5 * 86_400_000, '5 days'],
])('%i ms is %s', (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});

test('[M34] a revision that was opened again before it had gone is told of', () => {
  const earlier = [
    { revision: 1, audience: 'engineering', sentAt: at('10:50') },
    { revision: 2, audience: 'engineering', sentAt: null },
  ] as const;
  expect(earlierWords({ ...followUp(), earlier })).toContain('Revision 2 was opened again');
  expect(earlierWords({ ...followUp(), earlier: earlier.slice(0, 1) })).toBe('');
});
