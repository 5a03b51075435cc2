import { addDays, daysBetween, type IsoDate, MONTHS, parseIsoDate, WEEKDAYS, weekday } from '@duet/domain';

/**
 * A day as somebody types it into a date field: "fri", "mar 21", "21 march 2027", "3/21", "tomorrow", "+3",
 * "in 2 weeks", "next week", or ISO. A weekday is the next one to come, today excluded. A day without a year is the
 * one closest to today. @returns null while it is no day (yet).
 */
export function parseDateWords(text: string, today: IsoDate): IsoDate | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/^on /, '');
  if (words === '') return null;
  return (
    parseIsoDate(words) ??
    namedDay(words, today) ??
    distance(words, today) ??
    comingWeekday(words, today) ??
    monthAndDay(words, today)
  );
}

function namedDay(words: string, today: IsoDate): IsoDate | null {
  if (words === 'today' || words === 'tod') return today;
  if (words.length >= 3 && 'tomorrow'.startsWith(words)) return addDays(today, 1);
  if (words === 'tmr' || words === 'tmrw') return addDays(today, 1);
  if (words === 'yesterday') return addDays(today, -1);
  if (words === 'next week') return addDays(today, 8 - (weekday(today) === 0 ? 7 : weekday(today)));
  return null;
}

function distance(words: string, today: IsoDate): IsoDate | null {
  const match = /^(?:\+|in )?\s?(\d{1,3}) ?(d|days?|w|wks?|weeks?)?$/.exec(words);
  if (match === null || (match[2] === undefined && !words.startsWith('+'))) return null;
  const count = Number(match[1]);
  return addDays(today, match[2]?.startsWith('w') ? count * 7 : count);
}

function comingWeekday(words: string, today: IsoDate): IsoDate | null {
  const match = /^(next |this )?([a-z]{2,9})$/.exec(words);
  const name = match?.[2];
  if (name === undefined) return null;
  const day = WEEKDAYS.findIndex((candidate) => candidate.toLowerCase().startsWith(name));
  if (day === -1) return null;
  const ahead = (day - weekday(today) + 6) % 7;
  return addDays(
    today,
    ahead + 1 + (match?.[1] === 'next ' && ahead < 6 && crossesNoWeekend(today, ahead + 1) ? 7 : 0),
  );
}

/** "Next Friday", said on a Tuesday, is not this week's: true when the day still lies in the week of `today`. */
function crossesNoWeekend(today: IsoDate, ahead: number): boolean {
  const sinceMonday = (weekday(today) + 6) % 7;
  return sinceMonday + ahead < 7;
}

function monthAndDay(words: string, today: IsoDate): IsoDate | null {
  const named = /^(?:([a-z]{3,9})\.? ?(\d{1,2})|(\d{1,2})\.? ?([a-z]{3,9})\.?)(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(
    words,
  );
  if (named) {
    const name = named[1] ?? named[4] ?? '';
    const month = MONTHS.findIndex((candidate) => candidate.toLowerCase().startsWith(name));
    return month === -1 ? null : dayOf(named[5], month + 1, Number(named[2] ?? named[3]), today);
  }
  const numbers = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words);
  return numbers ? dayOf(numbers[3], Number(numbers[1]), Number(numbers[2]), today) : null;
}

function dayOf(year: string | undefined, month: number, day: number, today: IsoDate): IsoDate | null {
  const inYear = (value: number): IsoDate | null =>
    parseIsoDate(`${value}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== undefined) return inYear(Number(year));
  const now = Number(today.slice(0, 4));
  const candidates = [now, now - 1, now + 1].flatMap((value) => inYear(value) ?? []);
  return candidates.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null;
}
