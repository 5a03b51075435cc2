import { type Change, changesSince } from './changes-since.ts';
import { windowOf } from './date-collisions.ts';
import type { IsoDate } from './iso-date.ts';
import type { LaterChange } from './later-change.ts';
import {
  actionItems,
  constraints,
  decisions,
  type Meeting,
  openQuestions,
  riskRows,
  roadmapRows,
  upcomingItems,
} from './meeting.ts';

/** A meeting as it ended, for the next one to be compared with. */
export interface LastMeeting {
  /** As it was finalized; as it is now while it is open. */
  readonly meeting: Meeting;
  /** What moved after that. */
  readonly laterChanges: readonly LaterChange[];
}

/** What became of an entry, what matters most first. */
export const TURNS = [
  'done',
  'decided',
  'reversed',
  'shipped',
  'moved',
  'started',
  'cleared',
  'on-hold',
  'closed',
  'answered',
  'new',
  'changed',
  'dropped',
  'over',
  'removed',
] as const;
export type Turn = (typeof TURNS)[number];

export const TURN_WORDS: Readonly<Record<Turn, string>> = {
  done: 'Done',
  decided: 'Decided',
  reversed: 'Reversed',
  shipped: 'Shipped',
  moved: 'Moved',
  started: 'Started',
  cleared: 'Cleared',
  'on-hold': 'On hold',
  closed: 'Closed',
  answered: 'Answered',
  new: 'New',
  changed: 'Changed',
  dropped: 'Dropped',
  over: 'Over',
  removed: 'Removed',
};

type Noun = 'item' | 'constraint' | 'risk' | 'decision' | 'action' | 'question';

export interface Development extends Pick<Change, 'blockId' | 'title' | 'what'> {
  readonly turn: Turn;
  readonly noun: Noun;
  /** The day that it moved to. */
  readonly day: IsoDate | null;
  /** False for what only the last meeting has: it was settled there or since, or somebody took it out. */
  readonly isHere: boolean;
}

/** Where an entry stands. */
interface Standing {
  readonly noun: Noun;
  /** What became of it so far; null while that is open. */
  readonly turn: Turn | null;
  /** The day that it is planned for. */
  readonly day: IsoDate | null;
  readonly origin: string | null;
}

/**
 * [M35] What happened since the last meeting of a series: what that one settled, so that it was not carried over, what
 * moved after it, and what this one has changed so far. A meeting that was not opened from the last one can't be
 * compared with it, and nothing is said.
 */
export function sinceLastMeeting(last: LastMeeting, now: Meeting, today: IsoDate): readonly Development[] {
  const before = standingsOf(last.meeting, now.date);
  const current = standingsOf(now, now.date);
  const ended = new Map(
    last.laterChanges.flatMap(({ actionId, field, to }) => (field === 'status' ? [[actionId, to] as const] : [])),
  );
  const found = changesSince(last.meeting, now, today).flatMap(({ kind, blockId, title, what }): Development[] => {
    const is = current.get(blockId);
    const was = before.get(blockId);
    const standing = is ?? was;
    if (standing === undefined) return [];
    const { noun, day, origin } = standing;
    const turn = (): Turn => {
      if (kind === 'gone') return whyGone(was?.turn ?? null, ended.get(blockId));
      if (kind === 'new') return origin !== null && before.get(origin)?.noun === 'item' ? 'started' : 'new';
      if (standing.turn !== null && standing.turn !== was?.turn) return standing.turn;
      return day !== null && day !== was?.day ? 'moved' : 'changed';
    };
    return [{ blockId, title, what, turn: turn(), noun, day, isHere: kind !== 'gone' }];
  });
  const isCarriedOn = [...before.keys()].some((id) => current.has(id));
  if (!isCarriedOn && found.some(({ turn }) => turn === 'removed')) return [];
  return found.toSorted((a, b) => TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn));
}

/** Cleared items and those on hold are carried over: one that is not there was taken out. */
function whyGone(turn: Turn | null, endedAs: string | null | undefined): Turn {
  if (endedAs === 'done' || endedAs === 'dropped') return endedAs;
  return turn === null || turn === 'cleared' || turn === 'on-hold' ? 'removed' : turn;
}

function standingsOf(meeting: Meeting, today: IsoDate | null): ReadonlyMap<string, Standing> {
  const rows = roadmapRows(meeting);
  const started = new Set(rows.map(({ origin }) => origin));
  const known = new Map<string, Standing>();
  const say = (id: string, noun: Noun, turn: Turn | null, more: Partial<Standing> = {}): void => {
    known.set(id, { noun, turn, day: null, origin: null, ...more });
  };
  for (const { id, progress, targetDate, origin } of rows)
    say(id, 'item', progress === 'shipped' ? 'shipped' : null, { day: targetDate, origin });
  for (const { id, feasibility, sprintStart } of upcomingItems(meeting)) {
    const gate = feasibility === 'cleared' ? 'cleared' : feasibility === 'not-feasible' ? 'on-hold' : null;
    say(id, 'item', started.has(id) ? 'started' : gate, { day: sprintStart });
  }
  for (const constraint of constraints(meeting)) {
    const window = windowOf(constraint);
    const isOver = window !== null && constraint.horizon === null && today !== null && window.to < today;
    say(constraint.id, 'constraint', isOver ? 'over' : null);
  }
  for (const { id, state } of riskRows(meeting)) say(id, 'risk', state === 'closed' ? 'closed' : null);
  for (const { id, state } of decisions(meeting))
    say(id, 'decision', state === 'pending' ? null : state === 'decided' ? 'decided' : 'reversed');
  for (const { id, status } of actionItems(meeting))
    say(id, 'action', status === 'done' || status === 'dropped' ? status : null);
  for (const { id, state } of openQuestions(meeting)) say(id, 'question', state === 'answered' ? 'answered' : null);
  return known;
}
