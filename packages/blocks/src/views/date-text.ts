import { type IsoDate, MONTHS, shortDay, WEEKDAYS, weekday } from '@duet/domain';

/** "March 24". */
export function longDay(day: IsoDate, today: IsoDate): string {
  const { month, date, year } = parts(day, today);
  return `${month} ${date}${year}`;
}

/** "Friday, March 21, 2025", for a reader who can't see the calendar. */
export function spokenDay(day: IsoDate): string {
  const { month, date } = parts(day, day);
  return `${WEEKDAYS[weekday(day)]}, ${month} ${date}, ${day.slice(0, 4)}`;
}

/** "April 3–4", "Mar 30 – Apr 2". */
export function windowInWords(from: IsoDate, to: IsoDate, today: IsoDate): string {
  if (from === to) return longDay(from, today);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return sameMonth
    ? `${longDay(from, from)}–${longDayEnd(to, today)}`
    : `${shortDay(from, today)} – ${shortDay(to, today)}`;
}

function longDayEnd(day: IsoDate, today: IsoDate): string {
  const { date, year } = parts(day, today);
  return `${date}${year}`;
}

function parts(day: IsoDate, today: IsoDate): { month: string; date: number; year: string } {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return {
    month,
    date: Number(day.slice(8)),
    year: day.slice(0, 4) === today.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`,
  };
}
