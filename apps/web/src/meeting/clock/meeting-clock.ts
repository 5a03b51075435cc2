/**
 * The shared clock of a meeting (M24), one plain value under `clock` in the document's `meeting` map, so that the last
 * one who started or paused it wins. Times are epoch milliseconds of the server's clock.
 */
export interface MeetingClock {
  /** When it would have been started had it never been paused. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly pausedAt: number | null;
  /** The section that the meeting is at, by the id of its heading. */
  readonly section: string | null;
  /** How far the clock was when that section began. */
  readonly sectionFrom: number;
}

const WARN_BEFORE_END_MS = 5 * 60_000;

/** A wrong shape, which anybody may have written, reads as no clock. */
export function readClock(value: unknown): MeetingClock | null {
  if (typeof value !== 'object' || value === null) return null;
  const { startedAt, pausedAt, section, sectionFrom } = value as Record<string, unknown>;
  if (typeof startedAt !== 'number' || !Number.isFinite(startedAt)) return null;
  return {
    startedAt,
    pausedAt: typeof pausedAt === 'number' && Number.isFinite(pausedAt) ? pausedAt : null,
    section: typeof section === 'string' ? section : null,
    sectionFrom: typeof sectionFrom === 'number' && Number.isFinite(sectionFrom) ? sectionFrom : 0,
  };
}

/** Milliseconds that the meeting has run, pauses not counted. */
export function elapsed({ startedAt, pausedAt }: MeetingClock, now: number): number {
  return Math.max(0, (pausedAt ?? now) - startedAt);
}

export function startedClock(section: string | null, now: number): MeetingClock {
  return { startedAt: now, pausedAt: null, section, sectionFrom: 0 };
}

export function paused(clock: MeetingClock, now: number): MeetingClock {
  return clock.pausedAt === null ? { ...clock, pausedAt: now } : clock;
}

/** Goes on where it was paused: the start moves by the length of the pause. */
export function resumed(clock: MeetingClock, now: number): MeetingClock {
  if (clock.pausedAt === null) return clock;
  return { ...clock, startedAt: clock.startedAt + (now - clock.pausedAt), pausedAt: null };
}

export function atSection(clock: MeetingClock, section: string, now: number): MeetingClock {
  return { ...clock, section, sectionFrom: elapsed(clock, now) };
}

export type Tempo = 'running' | 'soon' | 'over';

/** How `spent` of `total` milliseconds is going: the last five minutes of a meeting, the last one of a section, say so. */
export function tempo(spent: number, total: number, warnBefore = WARN_BEFORE_END_MS): Tempo {
  if (spent > total) return 'over';
  return total - spent <= warnBefore ? 'soon' : 'running';
}
