import { addDays, daysBetween, type IsoDate, parseIsoDate, weekday } from '@duet/domain';

/** A day, or a window of days, and where it stands in a text. */
export interface FoundDay {
  readonly from: number;
  readonly to: number;
  readonly day: IsoDate;
  /** The end of a window ("April 3–4"), else null. */
  readonly last: IsoDate | null;
}

const MONTH_NAMES =
  'Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)? Oct(?:ober)? Nov(?:ember)? Dec(?:ember)?';
/** In small letters too, but for "may", which is a verb then. */
const MONTH = String.raw`(?<month>${MONTH_NAMES.split(' ')
  .flatMap((name) => [name, name.toUpperCase(), ...(name === 'May' ? [] : [name.toLowerCase()])])
  .join('|')})\.?`;
const WEEKDAY = String.raw`(?:(?:[Mm]on|[Tt]ues?|[Ww]ed(?:nes)?|[Tt]hu(?:rs)?|[Ff]ri|[Ss]at(?:ur)?|[Ss]un)(?:day)?,?\s{1,3})?`;
const YEAR = String.raw`(?:,?\s{1,3}(?<year>(?:19|20)\d\d)(?!\d))?`;
const LAST = String.raw`(?:\s{0,2}[–—-]\s{0,2}(?<last>\d{1,2})(?![\d/:.%-])(?:st|nd|rd|th)?)?`;
const FORMS = [
  String.raw`(?<![\d-])(?<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])`,
  String.raw`(?<![\d/.-])(?<ymd>\d{4}/\d{1,2}/\d{1,2})(?![\d/])`,
  String.raw`(?<![\d/.-])(?<mdy>\d{1,2}/\d{1,2}/\d{4})(?![\d/])`,
  String.raw`(?<![\d/.-])(?<dmy>\d{1,2}\.\d{1,2}\.\d{4})(?![\d.]*\d)`,
  String.raw`@?\b${WEEKDAY}${MONTH}\s{0,3}(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%\p{Ll}]|\.\d|-(?:day|week|month|hour))${LAST}${YEAR}`,
  String.raw`@?(?<![\d.])\b${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th)?${LAST}\s{1,3}(?:of\s)?${MONTH}(?![\p{L}])${YEAR}`,
].map((form) => new RegExp(form, 'gu'));

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const BETWEEN = /^\s*(?:–|—|-|to|until|till|through)\s*$/i;

/**
 * Days in a text. One without a year takes the year of the full dates of the same text, else the one that brings it
 * closest to the meeting (CONTRACT.md). `anchor` is the day of the meeting, else today.
 */
export class Calendar {
  readonly anchor: IsoDate;
  readonly #years: readonly number[];

  /** `years` are those of the full dates of the text ({@link yearsIn}). */
  constructor(anchor: IsoDate, years: readonly number[]) {
    this.anchor = anchor;
    this.#years = years;
  }

  /** Every day of the text, in order; two of them with a dash or "to" between are one window. */
  days(text: string): readonly FoundDay[] {
    const found: FoundDay[] = [];
    for (const match of matches(text)) {
      const groups = match.groups ?? {};
      const day = this.#dayOf(groups);
      if (day === null) continue;
      const next = { from: match.index, to: match.index + match[0].length, day, last: this.#lastOf(groups, day) };
      const before = found.at(-1);
      if (before && before.last === null && before.day <= day && BETWEEN.test(text.slice(before.to, next.from)))
        found[found.length - 1] = { ...before, to: next.to, last: day };
      else found.push(next);
    }
    return found;
  }

  #dayOf(groups: Readonly<Record<string, string | undefined>>): IsoDate | null {
    if (groups.iso) return parseIsoDate(groups.iso);
    if (groups.month) return this.#nearest(groups.year, monthNumber(groups.month), Number(groups.day));
    const [a = 0, b = 0, c = 0] = (groups.ymd ?? groups.mdy ?? groups.dmy ?? '').split(/[/.]/).map(Number);
    if (groups.ymd) return dayAt(a, b, c);
    // 3/24/2025 is a day of March everywhere; of 3/4/2025 only the locale knows, and the month comes first there.
    return groups.mdy && a <= 12 ? dayAt(c, a, b) : dayAt(c, b, a);
  }

  /** Of 4/12 only the locale knows whether it is in April; the month comes first, unless that is none. */
  #shortDay({ first, second, date, month, year }: Readonly<Record<string, string | undefined>>): IsoDate | null {
    const [a, b] = [Number(first), Number(second)];
    const number = month === undefined ? (a > 12 ? b : a) : monthNumber(month);
    const full = year === undefined ? undefined : `20${year.slice(-2)}`;
    return number < 1 || !Number.isInteger(number)
      ? null
      : this.#nearest(full, number, Number(date ?? (a > 12 ? a : b)));
  }

  #lastOf(groups: Readonly<Record<string, string | undefined>>, day: IsoDate): IsoDate | null {
    if (!groups.last) return null;
    const last = parseIsoDate(`${day.slice(0, 8)}${groups.last.padStart(2, '0')}`);
    return last !== null && last >= day ? last : null;
  }

  #nearest(year: string | undefined, month: number, date: number): IsoDate | null {
    const now = Number(this.anchor.slice(0, 4));
    const years = year ? [Number(year)] : this.#years.length > 0 ? this.#years : [now, now + 1, now - 1];
    const days = years.map((one) => dayAt(one, month, date)).filter((day) => day !== null);
    const distance = (day: IsoDate): number => Math.abs(daysBetween(this.anchor, day));
    return days.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
  }

  /** "in approximately 6 weeks", "within two months": the day it comes to, counted from the anchor. */
  horizon(text: string): IsoDate | null {
    const match = HORIZON.exec(text);
    const count = Number(match?.groups?.count) || COUNTS.indexOf(match?.groups?.count?.toLowerCase() ?? '');
    if (!match || count < 1 || count > 400) return null;
    const unit = match.groups?.unit?.toLowerCase();
    if (unit === 'day') return addDays(this.anchor, count);
    if (unit === 'week') return addDays(this.anchor, 7 * count);
    return addMonths(this.anchor, unit === 'quarter' ? 3 * count : count);
  }

  /** A day as people say it in a due date: "Friday", "tomorrow", "EOW"; counted from the anchor. Null when it isn't one. */
  spoken(text: string): IsoDate | null {
    const word = text
      .trim()
      .replace(/^(?:by|on|this|next)\s+/i, '')
      .toLowerCase();
    if (/^(?:today|eod)$/.test(word)) return this.anchor;
    const short = SHORT.exec(word)?.groups;
    if (short) return this.#shortDay(short);
    if (word === 'tomorrow') return addDays(this.anchor, 1);
    const named = word === 'eow' ? 5 : WEEKDAYS.indexOf(word.slice(0, 3));
    if (named < 0 || !/^(?:eow|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)$/.test(word))
      return null;
    const ahead = (named - weekday(this.anchor) + 7) % 7;
    return addDays(this.anchor, ahead === 0 && word !== 'eow' ? 7 : ahead);
  }
}

/** Days as spreadsheets draw them, and as nobody writes them within a sentence: "4/12", "4/12/25", "12-Apr", "12-Apr-25". */
const SHORT =
  /^(?:(?<first>\d{1,2})\/(?<second>\d{1,2})|(?<date>\d{1,2})-(?<month>[a-z]{3})[a-z]{0,6}\.?)(?:[/-](?<year>(?:20)?\d\d))?$/;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const HORIZON = new RegExp(
  String.raw`\b(?:in|within)\s{1,3}(?:(?:about|approximately|approx\.?|around|roughly|the next|some)\s{1,3}|~\s?)?(?<count>\d{1,3}|${COUNTS.slice(1).join('|')})\s{1,3}(?<unit>day|week|month|quarter)s?\b`,
  'i',
);

/** The years of the full dates of a text, each once. */
export function yearsIn(text: string): readonly number[] {
  const years = new Set<number>();
  for (const { groups } of matches(text)) {
    const year = groups?.year ?? /\d{4}/.exec(groups?.iso ?? groups?.ymd ?? groups?.mdy ?? groups?.dmy ?? '')?.[0];
    if (year) years.add(Number(year));
  }
  return [...years];
}

/** All dates of a text, in order; where two forms fit, the one that begins first, then the longer one. */
function matches(text: string): readonly RegExpExecArray[] {
  const all = FORMS.flatMap((form) => [...text.matchAll(form)]);
  all.sort((a, b) => a.index - b.index || b[0].length - a[0].length);
  let end = 0;
  return all.filter((match) => {
    const free = match.index >= end;
    if (free) end = match.index + match[0].length;
    return free;
  });
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
}

function dayAt(year: number, month: number, date: number): IsoDate | null {
  return parseIsoDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

/** The same date so many months later, or the last one of that month. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  for (let last = date; ; last--) {
    const found = dayAt(Math.floor(index / 12), (index % 12) + 1, last);
    if (found !== null) return found;
  }
}
