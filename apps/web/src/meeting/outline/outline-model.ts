import { type Meeting, plainText, type Section, sections, type Voice } from '@duet/domain';

export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly opener: Voice | null;
}

/** The agenda in three parts: what comes before the meeting, what has a time box in it, and what comes after. */
export interface OutlineModel {
  readonly before: readonly OutlineEntry[];
  readonly inTheRoom: readonly OutlineEntry[];
  readonly after: readonly OutlineEntry[];
  readonly minutes: number;
}

export function outlineOf(meeting: Meeting): OutlineModel {
  const entries = sections(meeting).flatMap(entryOf);
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

function entryOf({ heading }: Section): OutlineEntry[] {
  if (heading === null) return [];
  const { id, minutes, opener } = heading;
  return [{ id, title: plainText(heading.title).trim() || 'Untitled section', minutes, opener }];
}
