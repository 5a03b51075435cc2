import fc from 'fast-check';
import { expect, test } from 'vitest';
import { make } from '../make.ts';
import { plain } from '../rich-text.ts';
import { day, meetingOf, meetings, risksOf } from '../testing.ts';
import { finalizeFindings, finalizeWarnings } from './finalize-review.ts';

const TODAY = day('2025-03-18');

test('[M31] only risks with a text that nobody owns and nobody took over block', () => {
  const meeting = meetingOf([
    make.decision({ text: plain('Old phones') }),
    risksOf(
      { id: 'minor', likelihood: 'low', impact: 'low' },
      { id: 'major', likelihood: 'high', impact: 'high', owner: 'the team' },
      { id: 'owned', owner: 'wen' },
      { id: 'escalated', escalatedTo: 'Dana Okafor' },
      { id: 'to-a-group', escalatedTo: 'leadership' },
      { id: 'empty', risk: [] },
      { id: 'closed', state: 'closed' },
    ),
  ]);
  expect(finalizeFindings(meeting).map((finding) => finding.blockId)).toEqual(['major', 'to-a-group', 'minor']);
  expect(finalizeWarnings(meeting, { today: TODAY }).map((finding) => finding.kind)).toEqual(['pending-without-owner']);
});

test('[M31] assigning every risk lets every meeting through', () => {
  fc.assert(
    fc.property(meetings, (meeting) => {
      const blocks = meeting.blocks.map((block) =>
        block.type === 'riskTable' ? { ...block, rows: block.rows.map((row) => ({ ...row, owner: 'wen' })) } : block,
      );
      expect(finalizeFindings({ ...meeting, blocks })).toEqual([]);
    }),
  );
});
