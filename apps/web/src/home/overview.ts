import type { Carried, IsoDate } from '@duet/domain';
import type { Notes } from '../api/notes.ts';
import type { MeetingSummary } from '../api/types.ts';

/** A meeting with what its notes say now. */
export interface MeetingNotes {
  readonly meeting: MeetingSummary;
  readonly notes: Notes;
}

export interface OpenAction extends Carried {
  readonly id: string;
  readonly meeting: MeetingSummary;
  readonly action: string;
  readonly owner: string | null;
  readonly due: IsoDate | null;
  /** Who is in its meeting. */
  readonly people: Notes['people'];
}

export interface LoggedDecision {
  readonly id: string;
  readonly meeting: MeetingSummary;
  readonly text: string;
  readonly why: string | null;
  readonly decidedBy: readonly string[];
  readonly owner: string | null;
  /** What a pending one waits for. */
  readonly awaiting: string | null;
  /** What the decision says that took its place, in whichever meeting. */
  readonly replacedBy: string | null;
}

export interface Overview {
  readonly actions: readonly OpenAction[];
  readonly decided: readonly LoggedDecision[];
  readonly pending: readonly LoggedDecision[];
}

/**
 * What is open and what was decided, over several meetings. The next meeting of a series takes over what is open, so
 * only its latest one speaks for a series there; decisions are remembered from all.
 * @param all the latest meeting first
 */
export function overviewOf(all: readonly MeetingNotes[]): Overview {
  const newer = new Map(
    all.flatMap(({ notes }) => notes.decisions.map(({ supersedes, text }) => [supersedes, text] as const)),
  );
  const latest = all.filter(
    ({ meeting }, index) =>
      meeting.seriesId === null || all.findIndex((other) => other.meeting.seriesId === meeting.seriesId) === index,
  );
  return {
    actions: latest
      .flatMap(({ meeting, notes }) =>
        notes.actions
          .filter(({ status, action }) => (status === 'open' || status === 'in-progress') && action.trim() !== '')
          .map(({ id, action, owner, due, carried, since }) => ({
            id,
            meeting,
            action,
            owner,
            due,
            carried,
            since,
            people: notes.people,
          })),
      )
      .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999')),
    decided: distinct(all.flatMap((one) => decisionsOf(one, 'decided', newer))),
    pending: latest.flatMap((one) => decisionsOf(one, 'pending', newer)),
  };
}

/** The decisions in which every word of the query is said. */
export function searchDecisions(decisions: readonly LoggedDecision[], query: string): readonly LoggedDecision[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return decisions.filter(({ text, why, decidedBy }) => {
    const said = [text, why ?? '', ...decidedBy].join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

function decisionsOf(
  { meeting, notes }: MeetingNotes,
  wanted: 'decided' | 'pending',
  newer: ReadonlyMap<string | null, string>,
): LoggedDecision[] {
  return notes.decisions
    .filter(({ state, text }) => state === wanted && text.trim() !== '')
    .map(({ id, text, why, decidedBy, owner, awaiting }) => {
      return { id, meeting, text, why, decidedBy, owner, awaiting, replacedBy: newer.get(id) ?? null };
    });
}

/** A decision that was carried over keeps its id: its first, latest telling counts. */
function distinct(decisions: readonly LoggedDecision[]): readonly LoggedDecision[] {
  return decisions.filter(({ id }, index) => decisions.findIndex((other) => other.id === id) === index);
}
