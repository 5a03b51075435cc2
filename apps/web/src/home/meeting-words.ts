import { type IsoDate, nearDay, parseIsoDate } from '@duet/domain';
import type { MeetingSummary } from '../api/types.ts';
import { fullDay, shortDay, weekdayAndDay } from '../time/format-date.ts';

/** Further away it says nothing to count the days. */
const A_MONTH = 31;

const dateOf = (meeting: MeetingSummary): IsoDate | null => (meeting.date ? parseIsoDate(meeting.date) : null);

/** "Mar 18", or "No date" */
export function dayLabel(meeting: MeetingSummary): string {
  const day = dateOf(meeting);
  return day === null ? 'No date' : shortDay(day);
}

/** "Tue, Mar 25, in 5 days" */
export function whenLabel(meeting: MeetingSummary, today: IsoDate): string {
  const day = dateOf(meeting);
  if (day === null) return 'No date yet';
  const near = nearDay(day, today, A_MONTH);
  return near === null ? fullDay(day) : `${weekdayAndDay(day)}, ${near}`;
}

export const STATUS_LABELS = { draft: 'Draft', live: 'Open', finalized: 'Final' } as const;
