import fc from 'fast-check';
import { expect, test } from 'vitest';
import { make } from '../make.ts';
import { decisions, riskRows } from '../meeting.ts';
import { plain, plainText } from '../rich-text.ts';
import { meetingOf, meetings, risksOf } from '../testing.ts';
import { PACKS } from './audience.ts';
import { packOf, unownedRisks } from './pack.ts';

const risks = risksOf(
  { id: 'owned', owner: 'wen', likelihood: 'high', impact: 'high' },
  { id: 'small', risk: plain('Logo'), escalatedTo: 'Dana', likelihood: 'low', impact: 'low' },
  { id: 'big', risk: plain('Vendor'), escalatedTo: 'Dana', likelihood: 'high', impact: 'high' },
  { id: 'closed', state: 'closed' },
  { id: 'empty', risk: plain(' ') },
);
const decision = (id: string, said: Parameters<typeof make.decision>[0]) =>
  make.decision({ id, text: plain(id), affectsSprint: true, state: 'decided', ...said });

test('[M34] risks that nobody in the room owns head every pack, worst first', () => {
  const meeting = meetingOf([make.textBlock({ text: plain('Hello') }), risks, decision('one-way', {})]);
  for (const pack of PACKS) {
    const [heading, table] = packOf(meeting, pack)?.blocks ?? [];
    expect(heading?.type === 'sectionHeading' && plainText(heading.title)).toBe('Risks that nobody here owns');
    expect(table?.type === 'riskTable' && table.rows.map(({ id }) => id)).toEqual(['pack-big', 'pack-small']);
  }
});

test('[M34] the notes are whole: nothing of the meeting is left out', () => {
  fc.assert(
    fc.property(meetings, (meeting) => {
      const blocks = packOf(meeting, 'notes')?.blocks ?? [];
      expect(blocks.slice(blocks.length - meeting.blocks.length)).toEqual(meeting.blocks);
      expect(blocks.length - meeting.blocks.length).toBe(unownedRisks(meeting).length > 0 ? 2 : 0);
    }),
  );
});

test('[M34] the wider team hears of decisions that change the sprint, and of nothing else', () => {
  const meeting = meetingOf([
    make.textBlock({ text: plain('Private remark') }),
    decision('awaited', { state: 'pending' }),
    decision('made', {}),
    decision('old', { state: 'superseded' }),
    decision('other', { affectsSprint: false }),
    decision('blank', { text: plain(' ') }),
    make.actionItem({ action: plain('Call the vendor') }),
    risksOf({ owner: 'wen' }),
  ]);
  const pack = packOf(meeting, 'sprint-changes');
  expect(pack?.blocks.map(({ type }) => type)).toEqual(['sectionHeading', 'decision', 'decision']);
  expect(pack && decisions(pack).map(({ id }) => id)).toEqual(['made', 'awaited']);
  expect(pack && riskRows(pack)).toEqual([]);
});

test('[M34] where no decision changes the sprint, the wider team is not written to', () => {
  expect(packOf(meetingOf([risks, decision('other', { affectsSprint: false })]), 'sprint-changes')).toBeNull();
});
