import type { IsoDate, MeetingStatus } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import type { MeetingSummary } from '../api/types.ts';
import { dayOfNext, nextMeeting } from './next-meeting.ts';

const TODAY = '2026-03-18' as IsoDate;

function meeting(date: string | null, status: MeetingStatus = 'live'): MeetingSummary {
  return { id: `m${date}`, title: 'Sync', date, status, role: 'facilitator', seriesId: null, quarantined: false };
}

describe('the next meeting', () => {
  test('is the earliest from today on that is not final', () => {
    const all = [
      meeting('2026-03-25'),
      meeting('2026-03-18', 'finalized'),
      meeting('2026-03-20'),
      meeting('2026-03-11'),
    ];
    expect(nextMeeting(all, TODAY)?.date).toBe('2026-03-20');
  });

  test('is the latest one left open when none lies ahead', () => {
    expect(nextMeeting([meeting('2026-03-04'), meeting('2026-03-11'), meeting(null)], TODAY)?.date).toBe('2026-03-11');
  });

  test('[M35] of a series is expected a week after its last, never in the past', () => {
    const inSeries = (date: string, seriesId: string | null = 'weekly') => ({ ...meeting(date), seriesId });
    const all = [
      inSeries('2026-03-11'),
      inSeries('2026-03-16'),
      inSeries('2026-04-01', 'other'),
      meeting('2026-05-01'),
    ];
    expect(dayOfNext('weekly', all, TODAY)).toBe('2026-03-23');
    expect(dayOfNext('weekly', all, '2026-06-01' as IsoDate)).toBe('2026-06-01');
    expect(dayOfNext('fresh', all, TODAY)).toBe(TODAY);
    expect(dayOfNext(null, all, TODAY)).toBe(TODAY);
  });

  test('is none when all are final', () => {
    expect(nextMeeting([meeting('2026-03-25', 'finalized')], TODAY)).toBeNull();
  });
});
