import type { IsoDate } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import type { Notes } from '../api/notes.ts';
import type { MeetingSummary } from '../api/types.ts';
import { overviewOf, searchDecisions } from './overview.ts';

const NOTES: Notes = {
  people: [],
  durationMinutes: 45,
  sections: [],
  checklist: [],
  roadmap: [],
  upcoming: [],
  risks: [],
  actions: [],
  decisions: [],
  questions: [],
};

function meeting(id: string, seriesId: string | null): MeetingSummary {
  return { id, title: 'Sync', date: '2026-03-18', status: 'live', role: 'facilitator', seriesId, quarantined: false };
}

const FRESH = { carried: 0, since: null };

const action = (id: string, due: string | null, status: 'open' | 'done' = 'open') => ({
  id,
  owner: null,
  action: `Do ${id}`,
  due: due as IsoDate | null,
  status,
  ...FRESH,
});

const decision = (id: string, state: 'decided' | 'pending', text: string, supersedes: string | null = null) => ({
  id,
  state,
  text,
  decidedBy: ['Maya'],
  why: null,
  owner: null,
  awaiting: null,
  supersedes,
  ...FRESH,
});

describe('[M36] what is open and what was decided', () => {
  const all = [
    {
      meeting: meeting('new', 's'),
      notes: { ...NOTES, actions: [action('b', null), action('a', '2026-03-20'), action('c', '2026-03-01', 'done')] },
    },
    {
      meeting: meeting('old', 's'),
      notes: {
        ...NOTES,
        actions: [action('settled', '2026-03-02')],
        decisions: [decision('d', 'decided', 'One-way sync first'), decision('p', 'pending', 'Minimum version')],
      },
    },
    { meeting: meeting('single', null), notes: { ...NOTES, actions: [action('z', '2026-03-10')] } },
  ];

  test('open actions come from the latest meeting of each series, the earliest due first', () => {
    expect(overviewOf(all).actions.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });

  test('decisions are remembered from every meeting, pending ones only while they are', () => {
    expect(overviewOf(all).decided.map(({ id }) => id)).toEqual(['d']);
    expect(overviewOf(all).pending).toEqual([]);
  });

  test('one that another replaces says so, whichever meeting that stands in', () => {
    const notes = { ...NOTES, decisions: [decision('e', 'pending', 'Sync both ways', 'd')] };
    const { decided } = overviewOf([{ meeting: meeting('newest', 's'), notes }, ...all]);
    expect(decided.map(({ id, replacedBy }) => [id, replacedBy])).toEqual([['d', 'Sync both ways']]);
    expect(overviewOf(all).decided[0]?.replacedBy).toBeNull();
  });

  test('search wants every word', () => {
    const { decided } = overviewOf(all);
    expect(searchDecisions(decided, 'sync maya')).toHaveLength(1);
    expect(searchDecisions(decided, 'sync rosa')).toHaveLength(0);
  });
});
