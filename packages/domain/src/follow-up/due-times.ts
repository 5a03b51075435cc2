import type { IsoDate } from '../iso-date.ts';
import { type Meeting, upcomingItems } from '../meeting.ts';
import type { MeetingClock } from '../meeting-clock.ts';
import { isWritten, textsOf } from '../written.ts';
import { type Audience, PACK_OF } from './audience.ts';

/** [M34] How long after the meeting's end the notes may take. */
export const NOTES_WITHIN_MS = 2 * 3_600_000;
const MINUTE_MS = 60_000;

/** When a follow-up is due, and what makes it so. */
export interface DueTime {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The first day of the sprint that must not begin before; null when it is counted from the meeting's end. */
  readonly sprint: IsoDate | null;
}

export interface Ending {
  readonly meeting: Meeting;
  readonly clock: MeetingClock | null;
  /** Epoch milliseconds. */
  readonly finalizedAt: number;
  /** Where its people are, an IANA name: a sprint begins at their midnight. */
  readonly timeZone: string;
}

/**
 * When the meeting was over, in epoch milliseconds: when its clock was stopped or its time was up, and without a clock
 * when it was finalized. Whoever finalizes the next morning is late, and is told so.
 */
export function meetingEnd({ meeting, clock, finalizedAt }: Omit<Ending, 'timeZone'>): number {
  if (clock === null) return finalizedAt;
  const timeUp = clock.startedAt + meeting.durationMinutes * MINUTE_MS;
  return Math.min(finalizedAt, timeUp, clock.pausedAt ?? timeUp);
}

/** [M34] The first day of the earliest sprint after the meeting that somebody planned an item for. */
export function nextSprint(meeting: Meeting): IsoDate | null {
  const starts = upcomingItems(meeting)
    .filter((item) => isWritten(textsOf.upcomingItem(item)))
    .flatMap(({ sprintStart }) => (sprintStart === null ? [] : [sprintStart]))
    .filter((day) => meeting.date === null || day > meeting.date);
  return starts.sort()[0] ?? null;
}

/**
 * [M34] Notes are due two hours after the end; what changes a sprint, before the next one begins. Where the notes name
 * no sprint, nobody knows how soon that is, so it is due with the notes.
 */
export function dueTime(audience: Audience, ending: Ending): DueTime {
  const sprint = PACK_OF[audience] === 'sprint-changes' ? nextSprint(ending.meeting) : null;
  if (sprint !== null) return { at: startOfDay(sprint, ending.timeZone), sprint };
  return { at: meetingEnd(ending) + NOTES_WITHIN_MS, sprint: null };
}

/** What was sent at the very moment that it was due is on time. */
export function isOnTime(sentAt: number, dueAt: number): boolean {
  return sentAt <= dueAt;
}

/** Whether the zone is one that times can be told in. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The first instant of a day in a zone, in epoch milliseconds. The zone's offset is asked for around UTC's midnight and
 * once more at the instant found: the clocks may change between the two. Where they jump over midnight, the day begins
 * at the jump or, at worst, an hour before it.
 */
export function startOfDay(day: IsoDate, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(guess, timeZone);
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
