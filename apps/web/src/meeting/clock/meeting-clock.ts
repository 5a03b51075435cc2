import type { MeetingClock } from '@duet/domain';

const WARN_BEFORE_END_MS = 5 * 60_000;
const WARN_BEFORE_BOX_ENDS_MS = 60_000;

/** Milliseconds that the meeting has run, pauses not counted. */
export function elapsed({ startedAt, pausedAt }: MeetingClock, now: number): number {
  return Math.max(0, (pausedAt ?? now) - startedAt);
}

export function startedClock(section: string | null, now: number): MeetingClock {
  return { startedAt: now, pausedAt: null, section, sectionFrom: 0, spent: {} };
}

export function paused(clock: MeetingClock, now: number): MeetingClock {
  return clock.pausedAt === null ? { ...clock, pausedAt: now } : clock;
}

/** Goes on where it was paused: the start moves by the length of the pause. */
export function resumed(clock: MeetingClock, now: number): MeetingClock {
  if (clock.pausedAt === null) return clock;
  return { ...clock, startedAt: clock.startedAt + (now - clock.pausedAt), pausedAt: null };
}

/** Goes on to another section; null after the last one. */
export function atSection(clock: MeetingClock, section: string | null, now: number): MeetingClock {
  const at = elapsed(clock, now);
  const left = clock.section;
  const spent =
    left === null ? clock.spent : { ...clock.spent, [left]: (clock.spent[left] ?? 0) + sectionTime(clock, now) };
  return { ...clock, section, sectionFrom: at, spent };
}

/** How long the meeting has been at its section this time. */
export function sectionTime(clock: MeetingClock, now: number): number {
  return Math.max(0, elapsed(clock, now) - clock.sectionFrom);
}

export type Tempo = 'running' | 'soon' | 'over';

/** How `spent` of the `total` milliseconds of a meeting is going: the last five minutes say so. */
export function tempo(spent: number, total: number, warnBefore = WARN_BEFORE_END_MS): Tempo {
  if (spent > total) return 'over';
  return total - spent <= warnBefore ? 'soon' : 'running';
}

/** The same of a section, in its last minute. One without a time box is never late. */
export function sectionTempo(spent: number, minutes: number | null): Tempo {
  return minutes === null ? 'running' : tempo(spent, minutes * 60_000, WARN_BEFORE_BOX_ENDS_MS);
}
