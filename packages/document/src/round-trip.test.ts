import { arbitraryMeeting } from '@duet/blocks/testing';
import { type Attendee, DEFAULT_DURATION_MINUTES } from '@duet/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks, setDetails, setPerson } from './edits.ts';
import { bodyOf, meetingMapOf } from './layout.ts';
import { read } from './read.ts';

/** People have no order of their own in a document. */
const byId = (people: readonly Attendee[]): Attendee[] => [...people].sort((a, b) => (a.id < b.id ? -1 : 1));

test('a meeting written into a document reads the same, here and where its update arrives', () => {
  fc.assert(
    fc.property(arbitraryMeeting(), (meeting) => {
      const doc = new Y.Doc();
      doc.transact(() => {
        setDetails(doc, { title: meeting.title, date: meeting.date, durationMinutes: meeting.durationMinutes });
        for (const person of meeting.people) setPerson(doc, person);
        insertBlocks(doc, meeting.blocks);
      });
      const elsewhere = new Y.Doc();
      Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
      for (const copy of [doc, elsewhere]) {
        const { people, ...said } = read(copy);
        expect({ ...said, people: byId(people) }).toEqual({ ...meeting, people: byId(meeting.people) });
      }
      expect(bodyOf(elsewhere).toString()).toBe(bodyOf(doc).toString());
    }),
    { numRuns: 60 },
  );
});

test('a duration that no clock can count reads as missing', () => {
  const doc = new Y.Doc();
  for (const wrong of ['45', 0, -1, 1.5, 1e300, Number.NaN]) {
    meetingMapOf(doc).set('durationMinutes', wrong);
    expect(read(doc).durationMinutes).toBe(DEFAULT_DURATION_MINUTES);
  }
});
