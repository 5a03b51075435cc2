import { attention, FINDING_KINDS, parseIsoDate } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { read } from './read.ts';
import { sampleMeeting, sampleUpdate } from './sample.ts';

const date = parseIsoDate('2026-03-17') ?? expect.fail();

test('the sample has every block and can be read back from its document', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, sampleUpdate(date));
  const meeting = read(doc);
  expect(new Set(meeting.blocks.map((block) => block.type)).size).toBe(9);
  const typed = (of: typeof meeting) =>
    of.blocks.filter((block) => !['textBlock', 'sectionHeading'].includes(block.type));
  expect(typed(meeting)).toEqual(typed(sampleMeeting(date)));
  expect(meeting.people).toHaveLength(6);
});

test('[M27] the sample has trouble of most kinds, whenever it is made', () => {
  const kinds = new Set(attention(sampleMeeting(date), { today: date }).map((finding) => finding.kind));
  const absent = FINDING_KINDS.filter((kind) => !kinds.has(kind));
  expect(absent).toEqual(['decide-now', 'decided-without-who-or-why', 'delayed-without-note']);
});
