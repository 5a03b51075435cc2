/** A calendar day, `YYYY-MM-DD`. Days have no time zone here: a due date is the same day for everybody. */
export type IsoDate = string & { readonly __day: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day when `text` is a real one (no February 30), else null. A date-time is cut to its day. */
export function parseIsoDate(text: string): IsoDate | null {
  const day = text.trim().slice(0, 10);
  if (!SHAPE.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? null : (day as IsoDate);
}

/** The UTC day of an instant in epoch milliseconds. */
export function isoDateOf(epochMs: number): IsoDate {
  return new Date(epochMs).toISOString().slice(0, 10) as IsoDate;
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return isoDateOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isWorkingDay(day: IsoDate): boolean {
  const n = weekday(day);
  return n !== 0 && n !== 6;
}
