import { type IsoDate, nextDate, parseIsoDate } from '@duet/domain';
import type { MeetingSummary } from '../api/types.ts';

const dayOf = (meeting: MeetingSummary): string => meeting.date ?? '0000-00-00';

/** The latest first; those without a date last. */
export function latestFirst(meetings: readonly MeetingSummary[]): readonly MeetingSummary[] {
  return meetings.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
}

/** The one to open now: the earliest from today on that is not final, else the latest that was left open. */
export function nextMeeting(meetings: readonly MeetingSummary[], today: IsoDate): MeetingSummary | null {
  const open = latestFirst(meetings).filter((meeting) => meeting.status !== 'finalized');
  return open.findLast((meeting) => dayOf(meeting) >= today) ?? open[0] ?? null;
}

/** The day that the next meeting of a series has where nobody says another: a week after its last, or today if that has passed. */
export function dayOfNext(seriesId: string | null, meetings: readonly MeetingSummary[], today: IsoDate): IsoDate {
  const last = latestFirst(meetings).find((meeting) => meeting.seriesId === seriesId && seriesId !== null);
  const day = nextDate({ date: parseIsoDate(last?.date ?? '') });
  return day !== null && day > today ? day : today;
}

/** Whether the one is an earlier meeting of the other's series. */
export function isBefore(one: MeetingSummary, other: MeetingSummary): boolean {
  return one.seriesId !== null && one.seriesId === other.seriesId && dayOf(one) < dayOf(other);
}
