import type { ActionState, DecisionState, IsoDate, Side } from '@duet/domain';
import { request } from './request.ts';

/** What the pages outside a meeting read of its notes: a part of `export.json`. */
export interface Notes {
  readonly facilitators: readonly string[];
  readonly attendees: readonly string[];
  readonly durationMinutes: number;
  readonly checklist: readonly { id: string; side: Side | null; text: string; checked: boolean }[];
  readonly actions: readonly {
    id: string;
    owner: string | null;
    action: string;
    due: IsoDate | null;
    status: ActionState;
  }[];
  readonly decisions: readonly {
    id: string;
    state: DecisionState;
    text: string;
    decidedBy: readonly string[];
    why: string | null;
    owner: string | null;
  }[];
}

export function getNotes(meetingId: string): Promise<Notes> {
  return request(`/api/meetings/${encodeURIComponent(meetingId)}/export.json`);
}
