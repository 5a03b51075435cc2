import { type IsoDate, parseIsoDate } from '@duet/domain';
import type { MeetingSummary } from '../api/types.ts';
import { fullDay, relativeDay, shortDay, weekdayAndDay } from '../time/format-date.ts';

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
  const near = relativeDay(day, today);
  return near === '' ? fullDay(day) : `${weekdayAndDay(day)}, ${near}`;
}

export const STATUS_LABELS = { draft: 'Draft', live: 'Open', finalized: 'Final' } as const;
