import { attention, type IsoDate, type Meeting, make, plain } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import { fixActions } from './fix-actions.ts';

const today = '2026-03-18' as IsoDate;
const facilitator = { name: 'Maya', side: 'product', role: 'facilitator' } as const;
const meetingOf = (blocks: Meeting['blocks']): Meeting => ({
  title: 'Sync',
  date: today,
  durationMinutes: 45,
  people: [],
  blocks,
});

function firstFix(meeting: Meeting, kind: string, me: Parameters<typeof fixActions>[1]['me'] = facilitator) {
  const finding = attention(meeting, { today }).find((one) => one.kind === kind);
  if (finding === undefined) throw new Error(`no ${kind} in ${JSON.stringify(attention(meeting, { today }))}`);
  return fixActions(finding, { meeting, today, me })[0];
}

describe('[M27] one fix beside each entry', () => {
  const item = (engineering: string) =>
    make.upcomingItem({
      title: plain('Export'),
      intent: plain('Let people leave'),
      engineering: plain(engineering),
      sprintStart: '2026-03-24' as IsoDate,
    });

  test('[M8] a facilitator clears an item that engineering has spoken to', () => {
    expect(firstFix(meetingOf([item('Needs a queue')]), 'ungated')).toEqual({
      kind: 'set',
      label: 'Mark talked through',
      attrs: { feasibility: 'cleared', clearedBy: 'Maya', clearedOn: today },
    });
  });

  test('[M8] nobody clears it while the engineering side is empty, and a participant never', () => {
    expect(firstFix(meetingOf([item('')]), 'ungated')?.kind).toBe('open');
    const participant = { ...facilitator, role: 'participant' } as const;
    expect(firstFix(meetingOf([item('Needs a queue')]), 'ungated', participant)?.kind).toBe('open');
  });

  test('[M6] what is missing in an item is written where it is missing', () => {
    const meeting = meetingOf([make.upcomingItem({ title: plain('Export'), intent: plain('Let people leave') })]);
    expect(firstFix(meeting, 'incomplete-item')).toMatchObject({ kind: 'open', field: 'engineering' });
  });

  test('[M14] an unowned risk is assigned in place', () => {
    const risk = make.riskRow({ risk: plain('Rate limit') });
    expect(firstFix(meetingOf([{ type: 'riskTable', rows: [risk] }]), 'unowned-risk')).toEqual({
      kind: 'assign',
      label: 'Assign',
    });
  });

  test('[M11] the fallback is written with the words that the item has by then, and not for one that is gone', () => {
    const late = make.upcomingItem({
      title: plain('Reminders'),
      contingency: plain('Queue merged'),
      contingencyBy: '2026-03-17' as IsoDate,
    });
    const meeting = meetingOf([late]);
    const finding = attention(meeting, { today }).find(({ kind }) => kind === 'decide-now');
    const add = finding && fixActions(finding, { meeting, today, me: facilitator }).find(({ kind }) => kind === 'add');
    if (add?.kind !== 'add') throw new Error('no fallback is offered');
    const text = plain('Send by email first');
    expect(add.block(meetingOf([{ ...late, fallback: text }]))).toMatchObject({ type: 'decision', text });
    expect(add.block(meetingOf([]))).toBeNull();
  });

  test('[M17] an overdue action is marked done', () => {
    const action = make.actionItem({ action: plain('Kick off'), owner: 'Maya', due: '2026-03-14' as IsoDate });
    expect(firstFix(meetingOf([action]), 'overdue-action')).toMatchObject({ kind: 'set', attrs: { status: 'done' } });
  });
});
