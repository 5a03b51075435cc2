import { daysBetween, type IsoDate, weekday } from './iso-date.ts';

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "Tue, Mar 25", with the year when it is not the one of `today`. */
export function dayInWords(day: IsoDate, today: IsoDate): string {
  const whole = dayAndYear(day);
  return day.slice(0, 4) === today.slice(0, 4) ? whole.slice(0, whole.lastIndexOf(',')) : whole;
}

/** "Tue, Mar 25, 2025". */
export function dayAndYear(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${WEEKDAYS[weekday(day)]?.slice(0, 3)}, ${MONTHS[(month ?? 1) - 1]?.slice(0, 3)} ${date}, ${year}`;
}

/** "Mar 25", with the year when it is not the one of `today`. */
export function shortDay(day: IsoDate, today: IsoDate): string {
  const words = dayInWords(day, today);
  return words.slice(words.indexOf(' ') + 1);
}

/** "today", "tomorrow", "in 4 days", "3 days ago"; null further away than `within` days. */
export function nearDay(day: IsoDate, today: IsoDate, within: number): string | null {
  const days = daysBetween(today, day);
  if (Math.abs(days) > within) return null;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** How a person says a day: near ones by their distance, and beyond a week "on Tue, Mar 25". */
export function relativeDay(day: IsoDate, today: IsoDate): string {
  return nearDay(day, today, 7) ?? `on ${dayInWords(day, today)}`;
}

/** "1 day", "4 days". */
export function countOfDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
