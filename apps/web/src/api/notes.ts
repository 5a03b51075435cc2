import type { ActionState, Attendee, Carried, DecisionState, IsoDate, LaterChange, Side, Voice } from '@duet/domain';
import { request } from './request.ts';

/** What the pages outside a meeting read of its notes: a part of `export.json`. */
export interface Notes {
  readonly people: readonly Pick<Attendee, 'name' | 'side' | 'role'>[];
  readonly durationMinutes: number;
  readonly sections: readonly NotedSection[];
  readonly checklist: readonly { id: string; side: Side | null; text: string; checked: boolean }[];
  readonly roadmap: readonly ({ id: string; feature: string | null } & Carried)[];
  readonly upcoming: readonly ({ id: string; title: string | null } & Carried)[];
  readonly risks: readonly ({ id: string; risk: string | null } & Carried)[];
  readonly actions: readonly ({
    id: string;
    owner: string | null;
    action: string;
    due: IsoDate | null;
    status: ActionState;
  } & Carried)[];
  readonly decisions: readonly ({
    id: string;
    state: DecisionState;
    text: string;
    decidedBy: readonly string[];
    why: string | null;
    owner: string | null;
    awaiting: string | null;
    supersedes: string | null;
  } & Carried)[];
  readonly questions: readonly ({ id: string; question: string | null } & Carried)[];
}

export interface NotedSection {
  readonly id: string;
  readonly title: string | null;
  /** Minutes of its time box; null when it has none. */
  readonly minutes: number | null;
  readonly opener: Voice | null;
}

export function getNotes(meetingId: string): Promise<Notes> {
  return request(`/api/meetings/${encodeURIComponent(meetingId)}/export.json`);
}

/** What moved since the notes were final, oldest first. */
export async function listLaterChanges(meetingId: string): Promise<readonly LaterChange[]> {
  const path = `/api/meetings/${encodeURIComponent(meetingId)}/export.json`;
  const { laterChanges = [] } = await request<{ laterChanges?: LaterChange[] }>(path);
  return laterChanges;
}
