import { dayAndYear, dayInWords, type IsoDate, isoDateOf, shortDay as shortDayOf } from '@duet/domain';

/* Days in the words of the domain, as they are said on the day at this browser; times by its clock. */

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Mar 18", "Mar 18, 2024" */
export const shortDay = (day: IsoDate, now: number = Date.now()): string => shortDayOf(day, localToday(now));
/** "Tue, Mar 18", "Mon, Mar 18, 2024" */
export const weekdayAndDay = (day: IsoDate): string => dayInWords(day, localToday());
/** "Tue, Mar 18, 2025" */
export const fullDay = dayAndYear;

/** The calendar day at this browser. */
export function localToday(now: number = Date.now()): IsoDate {
  return isoDateOf(now - new Date(now).getTimezoneOffset() * 60_000);
}

/** "10:46" today, "Mar 18, 10:46" before. `instant` is ISO 8601. */
export function clockOrDay(instant: string, now: number = Date.now()): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return '';
  const clock = CLOCK.format(ms);
  const [day, today] = [localToday(ms), localToday(now)];
  return day === today ? clock : `${shortDayOf(day, today)}, ${clock}`;
}

/** "just now", "5 min ago", "2 h ago"; a clock or day when it is longer ago. `instant` is ISO 8601. */
export function ago(instant: string, now: number = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 12 * 60 ? `${Math.floor(minutes / 60)} h ago` : clockOrDay(instant, now);
}

/** "12:40", "1:02:05": minutes and seconds of a duration in milliseconds. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}
