import { type Meeting, make, plain } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import { outlineOf, sectionOfBlock } from './outline-model.ts';

const heading = (title: string, minutes: number | null) => make.sectionHeading({ title: plain(title), minutes });
const meetingOf = (blocks: Meeting['blocks']): Meeting => ({
  title: 'Sync',
  date: null,
  durationMinutes: 45,
  people: [],
  blocks,
});

describe('the outline', () => {
  test('groups sections around those that have a time box [M23]', () => {
    const outline = outlineOf(
      meetingOf([
        heading('Guide', null),
        heading('Roadmap', 8),
        heading('Aside', null),
        heading('Risks', 6),
        heading('After', null),
      ]),
    );
    expect(outline.before.map((entry) => entry.title)).toEqual(['Guide']);
    expect(outline.inTheRoom.map((entry) => entry.title)).toEqual(['Roadmap', 'Aside', 'Risks']);
    expect(outline.after.map((entry) => entry.title)).toEqual(['After']);
    expect(outline.minutes).toBe(14);
  });

  test('puts everything before when nothing has a time box', () => {
    const outline = outlineOf(meetingOf([heading('One', null), heading('Two', null)]));
    expect(outline.before).toHaveLength(2);
    expect(outline.inTheRoom).toEqual([]);
    expect(outline.after).toEqual([]);
  });

  test('[M30] the checklist says what is ready, not what is ticked; the follow-up when it is due [M34]', () => {
    const checklist = make.sectionHeading({ title: plain('Before'), key: 'checklist' });
    const ticked = make.textBlock({ text: plain('Risks added'), kind: 'check', checked: true });
    const risk = make.riskRow({ risk: plain('The vendor leaves') });
    const blocks: Meeting['blocks'] = [
      checklist,
      ticked,
      heading('Risks', 6),
      { type: 'riskTable', rows: [risk] },
      make.sectionHeading({ title: plain('Follow-up'), key: 'followup' }),
    ];
    const { before, after } = outlineOf(meetingOf(blocks));
    expect(before[0]?.ready).toEqual({ done: 3, total: 5 });
    expect(after[0]).toMatchObject({ ready: null, withinHours: 2 });
  });

  test('names a section without a title', () => {
    expect(outlineOf(meetingOf([heading('  ', 5)])).inTheRoom[0]?.title).toBe('Untitled section');
  });

  test('finds the section of a row', () => {
    const row = make.riskRow();
    const risks = heading('Risks', 6);
    const meeting = meetingOf([heading('Roadmap', 8), risks, { type: 'riskTable', rows: [row] }]);
    expect(sectionOfBlock(meeting, row.id)).toBe(risks.id);
    expect(sectionOfBlock(meeting, 'gone')).toBeNull();
  });
});
