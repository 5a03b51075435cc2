/**
 * The clock of a meeting (M24): one plain value under `clock` in the document's `meeting` map, so that the last
 * one who started or paused it wins. Times are epoch milliseconds of the server's clock.
 */
export interface MeetingClock {
  /** When it would have been started had it never been paused. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly pausedAt: number | null;
  /** The section that the meeting is at, by the id of its heading. */
  readonly section: string | null;
  /** How far the clock was when that section began, or when the last one ended. */
  readonly sectionFrom: number;
  /** How long each section took that the meeting has been at and left, by the id of its heading. */
  readonly spent: Readonly<Record<string, number>>;
}

/** A wrong shape, which anybody may have written, reads as no clock. */
export function readClock(value: unknown): MeetingClock | null {
  if (typeof value !== 'object' || value === null) return null;
  const { startedAt, pausedAt, section, sectionFrom, spent } = value as Record<string, unknown>;
  if (typeof startedAt !== 'number' || !Number.isFinite(startedAt)) return null;
  return {
    startedAt,
    pausedAt: typeof pausedAt === 'number' && Number.isFinite(pausedAt) ? pausedAt : null,
    section: typeof section === 'string' ? section : null,
    sectionFrom: typeof sectionFrom === 'number' && Number.isFinite(sectionFrom) ? sectionFrom : 0,
    spent: readSpent(spent),
  };
}

function readSpent(value: unknown): MeetingClock['spent'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, ms]) => typeof ms === 'number' && Number.isFinite(ms)));
}
