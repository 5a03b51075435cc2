import type { MeetingClock } from '@duet/domain';
import type { MeetingEditorProps } from '@duet/editor';
import { stopwatch } from '../../time/format-date.ts';
import { sectionTime } from './meeting-clock.ts';

type AgendaProgress = NonNullable<MeetingEditorProps['agenda']>;

interface TimedSection {
  readonly id: string;
  readonly minutes: number | null;
}

/** The sections that the meeting has been through: those before the one it is at, and all once it left the last. */
export function doneSections(clock: MeetingClock | null, timed: readonly TimedSection[]): readonly TimedSection[] {
  if (clock === null) return [];
  if (isThrough(clock, timed)) return timed;
  return timed.slice(
    0,
    Math.max(
      0,
      timed.findIndex(({ id }) => id === clock.section),
    ),
  );
}

/** Nothing of the agenda is left. */
export function isThrough(clock: MeetingClock | null, timed: readonly TimedSection[]): boolean {
  return clock !== null && clock.section === null && timed.some(({ id }) => clock.spent[id] !== undefined);
}

/** What stands at the head of each section that was opened: "4:40 of 12:00". */
export function agendaProgress(
  clock: MeetingClock | null,
  timed: readonly TimedSection[],
  now: number,
): AgendaProgress {
  if (clock === null) return {};
  const progress: Record<string, AgendaProgress[string]> = {};
  for (const section of doneSections(clock, timed)) {
    progress[section.id] = { state: 'done', words: ofBox(clock.spent[section.id] ?? 0, section) };
  }
  const at = timed.find(({ id }) => id === clock.section);
  if (at) progress[at.id] = { state: 'now', words: ofBox(sectionTime(clock, now), at) };
  return progress;
}

/** Once the notes are final no section runs: those that were opened say so, without a time that would go on. */
export function endedProgress(clock: MeetingClock | null, timed: readonly TimedSection[]): AgendaProgress {
  const opened = [...doneSections(clock, timed), ...timed.filter(({ id }) => id === clock?.section)];
  return Object.fromEntries(opened.map(({ id }) => [id, { state: 'done', words: '' }]));
}

function ofBox(ms: number, { minutes }: TimedSection): string {
  return minutes === null ? stopwatch(ms) : `${stopwatch(ms)} of ${stopwatch(minutes * 60_000)}`;
}
