import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from './carry-over.ts';
import type { LaterChange } from './later-change.ts';
import { make } from './make.ts';
import { plain } from './rich-text.ts';
import { inShort } from './since-in-short.ts';
import { type Development, sinceLastMeeting } from './since-last-meeting.ts';
import { day, days, meetingOf, meetings, risksOf, roadmapOf } from './testing.ts';

const TODAY = day('2025-03-25');
const turnsOf = (found: readonly Development[]) => found.map(({ turn, blockId }) => `${turn} ${blockId}`);
const marked = (actionId: string, to: string): LaterChange => ({
  actionId,
  field: 'status',
  from: 'open',
  to,
  at: '2025-03-20T10:00:00Z',
  by: 'Wen',
});

test('[M35] what the last meeting settled and what this one has changed', () => {
  const last = meetingOf([
    roadmapOf({ id: 'search' }, { id: 'card', feature: plain('Card on file'), targetDate: day('2025-03-28') }),
    make.upcomingItem({ id: 'sso', title: plain('SSO') }),
    risksOf({ id: 'vendor' }, { id: 'noise' }),
    make.constraint({ id: 'freeze', statement: plain('Freeze'), from: day('2025-03-19'), to: day('2025-03-20') }),
    make.decision({ id: 'phones', text: plain('Which phones?') }),
    make.decision({ id: 'one-way', text: plain('One way'), state: 'decided' }),
    make.actionItem({ id: 'paid', action: plain('Pay'), status: 'done' }),
    make.actionItem({ id: 'call', action: plain('Call') }),
    make.actionItem({ id: 'ask', action: plain('Ask') }),
    make.openQuestion({ id: 'why', question: plain('Why?') }),
  ]);
  const now = meetingOf(
    [
      roadmapOf(
        { id: 'search', progress: 'shipped' },
        { id: 'card', feature: plain('Card on file'), targetDate: day('2025-04-03') },
        { id: 'sso-row', feature: plain('SSO'), origin: 'sso' },
      ),
      make.upcomingItem({ id: 'sso', title: plain('SSO') }),
      risksOf({ id: 'vendor', state: 'closed' }, { id: 'quota', risk: plain('Quota') }),
      make.decision({ id: 'phones', text: plain('Which phones?'), state: 'decided' }),
      make.actionItem({ id: 'ask', action: plain('Ask'), owner: 'wen' }),
      make.openQuestion({ id: 'why', question: plain('Why?'), state: 'answered' }),
    ],
    { date: TODAY },
  );
  const found = sinceLastMeeting({ meeting: last, laterChanges: [marked('call', 'done')] }, now, TODAY);
  expect(turnsOf(found)).toEqual([
    'done paid',
    'done call',
    'decided phones',
    'decided one-way',
    'shipped search',
    'moved card',
    'started sso-row',
    'closed vendor',
    'answered why',
    'new quota',
    'changed ask',
    'over freeze',
    'removed noise',
  ]);
  expect(found.filter(({ isHere }) => !isHere).map(({ blockId }) => blockId)).toEqual([
    'paid',
    'call',
    'one-way',
    'freeze',
    'noise',
  ]);
  expect(inShort(found, TODAY)).toBe(
    '2 actions done, 2 decisions made, Search shipped, Card on file moved to Apr 3 and 7 more',
  );
  expect(inShort(found.slice(6), TODAY)).toBe('SSO started, 1 risk closed, 1 question answered, 1 new risk and 3 more');
  expect(inShort(found.slice(-3), TODAY)).toBe('1 change, 1 constraint over, 1 risk removed');
});

test('[M35] several of a kind are counted, and so is what has a long name', () => {
  const row = (id: string, targetDate: string | null, feature = id) => ({
    id,
    feature: plain(feature),
    targetDate: targetDate === null ? null : day(targetDate),
  });
  const since = (before: ReturnType<typeof row>[], after: ReturnType<typeof row>[]) =>
    inShort(
      sinceLastMeeting(
        { meeting: meetingOf([roadmapOf(...before)]), laterChanges: [] },
        meetingOf([roadmapOf(...after)]),
        TODAY,
      ),
      TODAY,
    );
  expect(since([row('a', null), row('b', '2025-03-28')], [row('a', '2025-04-01'), row('b', '2025-04-03')])).toBe(
    '2 dates moved',
  );
  const long = 'word '.repeat(12);
  expect(since([row('a', '2025-03-28', long)], [row('a', '2025-04-01', long)])).toBe('1 date moved');
  // Without a day any more it did not move to one.
  expect(since([row('a', '2025-03-28')], [row('a', null)])).toBe('1 change');
});

test('[M35] an action of the last meeting that was ticked there after this one began is no change here', () => {
  const call = make.actionItem({ id: 'call', action: plain('Call') });
  const last = { meeting: meetingOf([call]), laterChanges: [marked('call', 'done')] };
  expect(sinceLastMeeting(last, meetingOf([call]), TODAY)).toEqual([]);
});

test('[M35] a meeting that does not go on from the last one is not compared with it', () => {
  const last = { meeting: meetingOf([make.actionItem({ id: 'call', action: plain('Call') })]), laterChanges: [] };
  const other = meetingOf([make.actionItem({ id: 'sing', action: plain('Sing') })]);
  expect(sinceLastMeeting(last, other, TODAY)).toEqual([]);
});

test('[M35] a meeting that has just opened says only what the last one settled', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      const next = { ...meeting, ...carryOver(meeting) };
      const found = sinceLastMeeting({ meeting, laterChanges: [] }, next, today);
      expect(found.filter(({ turn, isHere }) => isHere || turn === 'removed')).toEqual([]);
    }),
  );
});
