import type { Decision } from './blocks.ts';
import { shortDay } from './day-words.ts';
import type { IsoDate } from './iso-date.ts';
import { plainText } from './rich-text.ts';
import { type LoggedDecision, similarDecisions } from './similar-decisions.ts';
import { textsOf, titleOf } from './written.ts';

/** A decision that a meeting of a series has in its notes. */
export interface SeriesDecision extends LoggedDecision, Pick<Decision, 'state' | 'decidedBy' | 'supersedes'> {
  readonly meetingId: string;
  /** The day it was decided, else that of its meeting. */
  readonly day: IsoDate | null;
}

interface MeetingDecisions {
  readonly id: string;
  readonly date: IsoDate | null;
  readonly decisions: readonly Decision[];
}

/**
 * [M36] All decisions of some meetings of a series, given the oldest first. One that was carried over keeps its id: where
 * it was told last counts.
 */
export function decisionLog(meetings: readonly MeetingDecisions[]): readonly SeriesDecision[] {
  const told = new Map<string, SeriesDecision>();
  for (const { id, date, decisions } of meetings) {
    for (const logged of decisions.flatMap((decision) => inLog(decision, id, date))) told.set(logged.id, logged);
  }
  return [...told.values()];
}

function inLog(decision: Decision, meetingId: string, date: IsoDate | null): readonly SeriesDecision[] {
  const { id, state, decidedBy, decidedOn, supersedes } = decision;
  const text = titleOf(textsOf.decision(decision));
  return text === '' ? [] : [{ id, meetingId, text, state, decidedBy, day: decidedOn ?? date, supersedes }];
}

/**
 * [M36] The decision that one most resembles and could take the place of: of the same meeting, or of the others of its
 * series. Null for none, and for one that replaces another already: a link is to one decision.
 * @param here all decisions of the meeting, as they are now
 * @param log those of the other meetings
 */
export function resembledDecision(
  decision: Decision,
  here: readonly Decision[],
  log: readonly SeriesDecision[],
): SeriesDecision | null {
  if (decision.supersedes !== null) return null;
  const ids = new Set(here.map(({ id }) => id));
  const all = [...here.flatMap((each) => inLog(each, '', null)), ...log.filter(({ id }) => !ids.has(id))];
  const replaced = new Set(all.map(({ supersedes }) => supersedes));
  const older = all.filter(
    ({ id, state, supersedes }) =>
      id !== decision.id && state !== 'superseded' && !replaced.has(id) && supersedes !== decision.id,
  );
  return similarDecisions(plainText(decision.text), older)[0]?.decision ?? null;
}

/** "decided Mar 4 by Priya and Wen", "pending". */
export function standingWords({ state, decidedBy, day }: SeriesDecision, today: IsoDate): string {
  if (state === 'pending') return 'pending';
  const words = [
    state === 'superseded' ? 'reversed' : 'decided',
    day === null ? '' : shortDay(day, today),
    decidedBy.length === 0 ? '' : `by ${decidedBy.join(' and ')}`,
  ];
  return words.filter(Boolean).join(' ');
}
