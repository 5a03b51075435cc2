import {
  type Meeting,
  NOTES_WITHIN_MS,
  plainText,
  type Readiness,
  readiness,
  type Section,
  sections,
  type Voice,
} from '@duet/domain';

export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly opener: Voice | null;
  /** How far the preparation is, for the section that is about it. */
  readonly ready: Pick<Readiness, 'done' | 'total'> | null;
  /** How long after the meeting it may take. */
  readonly withinHours: number | null;
}

const HOUR_MS = 3_600_000;

/** The agenda in three parts: what comes before the meeting, what has a time box in it, and what comes after. */
export interface OutlineModel {
  readonly before: readonly OutlineEntry[];
  readonly inTheRoom: readonly OutlineEntry[];
  readonly after: readonly OutlineEntry[];
  readonly minutes: number;
}

export function outlineOf(meeting: Meeting): OutlineModel {
  const entries = sections(meeting).flatMap((section) => entryOf(section, meeting));
  const first = entries.findIndex((entry) => entry.minutes !== null);
  const last = entries.findLastIndex((entry) => entry.minutes !== null);
  const start = first < 0 ? entries.length : first;
  const inTheRoom = entries.slice(start, last + 1);
  return {
    before: entries.slice(0, start),
    inTheRoom,
    after: entries.slice(Math.max(start, last + 1)),
    minutes: inTheRoom.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0),
  };
}

export function allEntries({ before, inTheRoom, after }: OutlineModel): readonly OutlineEntry[] {
  return [...before, ...inTheRoom, ...after];
}

/** The section that a block stands in. */
export function sectionOfBlock(meeting: Meeting, blockId: string): string | null {
  const found = sections(meeting).find(
    ({ heading, blocks }) =>
      heading?.id === blockId ||
      blocks.some((block) => ('rows' in block ? block.rows.some((row) => row.id === blockId) : block.id === blockId)),
  );
  return found?.heading?.id ?? null;
}

function entryOf({ heading }: Section, meeting: Meeting): OutlineEntry[] {
  if (heading === null) return [];
  const { id, key, minutes, opener } = heading;
  return [
    {
      id,
      title: plainText(heading.title).trim() || 'Untitled section',
      minutes,
      opener,
      ready: key === 'checklist' ? preparation(meeting) : null,
      withinHours: key === 'followup' ? NOTES_WITHIN_MS / HOUR_MS : null,
    },
  ];
}

function preparation(meeting: Meeting): OutlineEntry['ready'] {
  const { done, total } = readiness(meeting);
  return { done, total };
}
