import { MONTHS, WEEKDAYS } from './day-words.ts';
import { addDays, daysBetween, type IsoDate, parseIsoDate, weekday } from './iso-date.ts';

export interface SpokenDate {
  readonly day: IsoDate;
  /** Where the words stand in the text. */
  readonly index: number;
  readonly length: number;
}

const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\\.?`;
const WEEKDAY = `(${WEEKDAYS.flatMap((name) => [name, name.slice(0, 3)]).join('|')}|Tues|Wednes|Thur|Thurs)\\.?`;
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(\\d{1,3}|a|an|${NUMBER_WORDS.join('|')})`;
const FRIDAY = 5;

type Reading = (match: RegExpExecArray, today: IsoDate) => IsoDate | null;

/** How people say a day, most telling first: where two begin at the same place, the earlier line wins. */
const PHRASES: readonly (readonly [RegExp, Reading])[] = [
  phrase('(\\d{4}-\\d{2}-\\d{2})', ([, iso = '']) => parseIsoDate(iso)),
  phrase(`${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`, ([, month, date, year], today) =>
    dateOf(month, date, year, today),
  ),
  phrase(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?`, ([, date, month, year], today) =>
    dateOf(month, date, year, today),
  ),
  phrase('today|tonight|end of (?:the )?day|eod', (_, today) => today),
  phrase('tomorrow', (_, today) => addDays(today, 1)),
  phrase('(?:the )?end of next week', (_, today) => addDays(upcoming(FRIDAY, today), 7)),
  phrase('(?:the )?end of (?:the |this )?week|eow|this week', (_, today) => upcoming(FRIDAY, today)),
  phrase('(?:the )?end of (?:the |this )?month|eom', (_, today) => endOfMonth(today)),
  phrase(`next ${WEEKDAY}`, ([, name], today) => {
    const number = weekdayNumber(name);
    return number === null ? null : addDays(startOfWeek(addDays(today, 7)), (number + 6) % 7);
  }),
  phrase('next week', (_, today) => startOfWeek(addDays(today, 7))),
  phrase(`in\\s+${NUMBER}\\s+(day|week)s?`, ([, count, unit], today) =>
    addDays(today, numberOf(count) * (unit?.toLowerCase() === 'week' ? 7 : 1)),
  ),
  phrase(`(?:this |coming )?${WEEKDAY}`, ([, name], today) => {
    const number = weekdayNumber(name);
    return number === null ? null : upcoming(number, today);
  }),
];

/**
 * The first day that a text names ("Friday", "Mar 21", "in two weeks", "EOW", "2025-03-21"), seen from `today`.
 * A weekday is the next one, today included. A date without a year is the one closest to `today`.
 * @returns null when it names none.
 */
export function spokenDate(text: string, today: IsoDate): SpokenDate | null {
  let first: SpokenDate | null = null;
  for (const [pattern, read] of PHRASES) {
    const match = pattern.exec(text);
    const day = match && read(match, today);
    if (match && day && (first === null || match.index < first.index)) {
      first = { day, index: match.index, length: match[0].length };
    }
  }
  return first;
}

function phrase(source: string, read: Reading): readonly [RegExp, Reading] {
  return [new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu'), read];
}

function dateOf(
  month: string | undefined,
  date: string | undefined,
  year: string | undefined,
  today: IsoDate,
): IsoDate | null {
  const number = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === month?.slice(0, 3).toLowerCase()) + 1;
  const inYear = (y: number): IsoDate | null =>
    parseIsoDate(`${String(y).padStart(4, '0')}-${String(number).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`);
  if (year !== undefined) return inYear(Number(year));
  const now = Number(today.slice(0, 4));
  const distance = (day: IsoDate): number => Math.abs(daysBetween(today, day));
  return (
    [now, now - 1, now + 1]
      .map(inYear)
      .filter((day) => day !== null)
      .toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

function weekdayNumber(name: string | undefined): number | null {
  const number = WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === name?.slice(0, 3).toLowerCase());
  return number === -1 ? null : number;
}

function upcoming(number: number, today: IsoDate): IsoDate {
  return addDays(today, (number - weekday(today) + 7) % 7);
}

/** The Monday of the week. */
function startOfWeek(day: IsoDate): IsoDate {
  return addDays(day, -((weekday(day) + 6) % 7));
}

function endOfMonth(today: IsoDate): IsoDate {
  const firstOfNext = addDays(`${today.slice(0, 7)}-28` as IsoDate, 4);
  return addDays(firstOfNext, -Number(firstOfNext.slice(8)));
}

function numberOf(word: string | undefined): number {
  const text = word?.toLowerCase() ?? '';
  if (text === 'a' || text === 'an') return 1;
  const named = NUMBER_WORDS.indexOf(text);
  return named === -1 ? Number(text) : named;
}
