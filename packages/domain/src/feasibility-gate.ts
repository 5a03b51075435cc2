import type { Feasibility, RoadmapRow, UpcomingItem } from './blocks.ts';
import { daysBetween, type IsoDate } from './iso-date.ts';
import { make } from './make.ts';
import { type Meeting, roadmapRows, upcomingItems } from './meeting.ts';
import type { Attendee } from './people.ts';
import { isBlank } from './rich-text.ts';

/** Why an item goes ahead without a cleared feasibility talk, and whose word that is. */
export interface Override {
  readonly reason: string;
  readonly by: string;
}

type Gated = UpcomingItem & { readonly feasibility: Exclude<Feasibility, 'cleared'> };

/** Whether the item still stands before the gate. */
export function isGated(item: UpcomingItem): item is Gated {
  return item.feasibility !== 'cleared';
}

/** [M8] Work may start when engineering has cleared it, or on somebody's recorded word. */
export function mayStart(item: UpcomingItem, override?: Override): boolean {
  return !isGated(item) || (override !== undefined && override.reason.trim() !== '' && override.by.trim() !== '');
}

/**
 * [M8] What marks an item as talked through. @returns null for who may not: only a facilitator clears, and only once
 * engineering has said something about it.
 */
export function clearance(
  { engineering }: Pick<UpcomingItem, 'engineering'>,
  by: Pick<Attendee, 'name' | 'role'>,
  on: IsoDate,
): Pick<UpcomingItem, 'feasibility' | 'clearedBy' | 'clearedOn'> | null {
  if (by.role !== 'facilitator' || isBlank(engineering)) return null;
  return { feasibility: 'cleared', clearedBy: by.name, clearedOn: on };
}

/**
 * [M8] The roadmap row that an upcoming item becomes when it starts. An override is kept in the row; a cleared item
 * needs none and records none. @returns null when it may not start.
 */
export function startedRow(item: UpcomingItem, on: IsoDate, override?: Override): RoadmapRow | null {
  if (!mayStart(item, override)) return null;
  const recorded = isGated(item) ? override : undefined;
  return make.roadmapRow({
    feature: item.title,
    notes: item.core,
    progress: 'in-progress',
    health: 'on-track',
    confirmedOn: on,
    origin: item.id,
    carried: item.carried,
    since: item.since,
    overrideReason: recorded?.reason.trim() ?? null,
    overrideBy: recorded?.by.trim() ?? null,
  });
}

/**
 * The upcoming items that have not started. One that has stays in the document, where its two voices are the record of
 * what was known; the roadmap row that it became links to it, and is what is followed from then on.
 */
export function itemsAhead(meeting: Meeting): readonly UpcomingItem[] {
  const started = new Set(roadmapRows(meeting).map(({ origin }) => origin));
  return upcomingItems(meeting).filter(({ id }) => !started.has(id));
}

/** [M9] Starts within two sprints of `today`, or should have started already. Without a date: no. */
export function startsWithinWindow(item: UpcomingItem, today: IsoDate, sprintDays: number): boolean {
  return item.sprintStart !== null && daysBetween(today, item.sprintStart) <= 2 * sprintDays;
}

/** [M10] Starts later than two sprints from `today`: too early to pressure-test. */
export function isOutOfWindow(item: UpcomingItem, today: IsoDate, sprintDays = 14): boolean {
  return item.sprintStart !== null && !startsWithinWindow(item, today, sprintDays);
}
