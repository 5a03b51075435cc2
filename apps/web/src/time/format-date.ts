import { addDays, daysBetween, type IsoDate, isoDateOf } from '@duet/domain';

const utc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const SHORT = utc({ month: 'short', day: 'numeric' });
const WEEKDAY = utc({ weekday: 'short', month: 'short', day: 'numeric' });
const FULL = utc({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const asDate = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

/** "Mar 18" */
export const shortDay = (day: IsoDate): string => SHORT.format(asDate(day));
/** "Tue, Mar 18" */
export const weekdayAndDay = (day: IsoDate): string => WEEKDAY.format(asDate(day));
/** "Tue, Mar 18, 2025" */
export const fullDay = (day: IsoDate): string => FULL.format(asDate(day));

/** The calendar day at this browser. */
export function localToday(now: number = Date.now()): IsoDate {
  return isoDateOf(now - new Date(now).getTimezoneOffset() * 60_000);
}

/** "today", "tomorrow", "in 5 days", "3 days ago"; '' further away than a month. */
export function relativeDay(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(days) > 31) return '';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "10:46" today, "Mar 18, 10:46" before. `instant` is ISO 8601. */
export function clockOrDay(instant: string, now: number = Date.now()): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return '';
  const clock = CLOCK.format(ms);
  const day = localToday(ms);
  return day === localToday(now)
    ? clock
    : `${day < addDays(localToday(now), -300) ? fullDay(day) : shortDay(day)}, ${clock}`;
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
