import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOfNotes } from './changes-of-notes.ts';
import { make } from './make.ts';
import { plain } from './rich-text.ts';
import { day, days, meetingOf, meetings, risksOf } from './testing.ts';

const TODAY = day('2025-03-25');
const prose = (id: string, words: string, checked = false) =>
  make.textBlock({ id, text: plain(words), ...(checked && { checked }) });

test('[M32] the title, the entries and the prose between two revisions, in words', () => {
  const before = meetingOf([
    make.sectionHeading({ id: 'risks', title: plain('Risks') }),
    risksOf({ id: 'vendor' }),
    prose('intro', 'We met'),
    prose('todo', 'Book a room'),
    prose('gone', 'Never mind'),
    prose('blank', ' '),
  ]);
  const now = meetingOf(
    [
      make.sectionHeading({ id: 'risks', title: plain('What may go wrong') }),
      risksOf({ id: 'vendor', owner: 'wen' }),
      prose('intro', 'We met, all of us'),
      prose('todo', 'Book a room', true),
      prose('new', 'Thanks'),
    ],
    { title: 'Weekly 12', date: null },
  );
  expect(changesOfNotes(before, now, TODAY)).toEqual([
    {
      kind: 'changed',
      blockId: '',
      title: 'Meeting details',
      what: ['Title: Weekly 12, was Weekly', 'Date: none, was Tue, Mar 18, 2025'],
    },
    { kind: 'changed', blockId: 'vendor', title: 'Vendor leaves', what: ['Owner: wen, was none'] },
    { kind: 'changed', blockId: 'risks', title: 'What may go wrong', what: ['Was: Risks'] },
    { kind: 'changed', blockId: 'intro', title: 'We met, all of us', what: ['Was: We met'] },
    { kind: 'changed', blockId: 'todo', title: 'Book a room', what: ['Checked'] },
    { kind: 'new', blockId: 'new', title: 'Thanks', what: [] },
    { kind: 'gone', blockId: 'gone', title: 'Never mind', what: [] },
  ]);
});

test('[M32] nothing is different from itself', () => {
  fc.assert(
    fc.property(meetings, days, (meeting, today) => {
      expect(changesOfNotes(meeting, meeting, today)).toEqual([]);
    }),
  );
});
