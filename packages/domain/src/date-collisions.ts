import type { Constraint } from './blocks.ts';
import { itemsAhead } from './feasibility-gate.ts';
import { addDays, type IsoDate, isWorkingDay } from './iso-date.ts';
import { constraints, type Meeting, roadmapRows } from './meeting.ts';
import { isWritten, textsOf, titleOf } from './written.ts';

export interface Window {
  readonly from: IsoDate;
  /** The last day of it. */
  readonly to: IsoDate;
}

export interface Collision {
  readonly blockId: string;
  readonly title: string;
  readonly attribute: 'targetDate' | 'sprintStart';
  readonly day: IsoDate;
  readonly constraintId: string;
  readonly constraintTitle: string;
  /** The nearest working days before and after that no window covers. */
  readonly freeDays: readonly [IsoDate, IsoDate];
}

/** The window of a constraint: one end alone is a single day, ends in the wrong order are turned. */
export function windowOf({ from, to }: Pick<Constraint, 'from' | 'to'>): Window | null {
  const first = from ?? to;
  const last = to ?? from;
  if (first === null || last === null) return null;
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

/** [M12] Every target date of unshipped work and every sprint start inside a window; one entry per date. */
export function collisions(meeting: Meeting): readonly Collision[] {
  const closed = constraints(meeting).flatMap((constraint) => {
    const window = windowOf(constraint);
    return window && isWritten(textsOf.constraint(constraint)) ? [{ constraint, window }] : [];
  });
  const windows = closed.map(({ window }) => window);
  const dated = [
    ...itemsAhead(meeting).map((item) => ({
      blockId: item.id,
      texts: textsOf.upcomingItem(item),
      attribute: 'sprintStart' as const,
      day: item.sprintStart,
    })),
    ...roadmapRows(meeting)
      .filter((row) => row.progress !== 'shipped')
      .map((row) => ({
        blockId: row.id,
        texts: textsOf.roadmapRow(row),
        attribute: 'targetDate' as const,
        day: row.targetDate,
      })),
  ];
  return dated.flatMap(({ texts, day, ...entry }) => {
    if (day === null || !isWritten(texts)) return [];
    const hit = closed.find(({ window }) => covers(window, day));
    if (hit === undefined) return [];
    return [
      {
        ...entry,
        title: titleOf(texts),
        day,
        constraintId: hit.constraint.id,
        constraintTitle: titleOf(textsOf.constraint(hit.constraint)),
        freeDays: nearestFreeDays(day, windows),
      },
    ];
  });
}

/** [M12] The last working day before `day` and the first after it that lie in none of the windows. */
export function nearestFreeDays(day: IsoDate, windows: readonly Window[]): readonly [IsoDate, IsoDate] {
  return [freeFrom(day, -1, windows), freeFrom(day, 1, windows)];
}

/** Jumps over a whole window at a time, so that one of many years costs no more than one of a day. */
function freeFrom(day: IsoDate, step: 1 | -1, windows: readonly Window[]): IsoDate {
  let candidate = addDays(day, step);
  for (;;) {
    const blocking = windows.find((window) => covers(window, candidate));
    if (blocking) candidate = addDays(step === 1 ? blocking.to : blocking.from, step);
    else if (isWorkingDay(candidate)) return candidate;
    else candidate = addDays(candidate, step);
  }
}

function covers(window: Window, day: IsoDate): boolean {
  return window.from <= day && day <= window.to;
}
