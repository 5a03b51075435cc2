import {
  ACTION_STATES,
  ACTION_WORDS,
  actionItems,
  dayInWords,
  type IsoDate,
  isoDateOf,
  parseIsoDate,
  titleOf,
} from '@duet/domain';
import type { ExportInput, LaterChange } from './exporter.ts';

export const LATER_TITLE = 'Changed after it was finalized';

export interface LaterChangeInWords {
  readonly action: string;
  readonly change: string;
  readonly who: string;
}

/** [M32] What moved after the meeting was finalized, apart from what was agreed in it. */
export function laterChangesInWords({ meeting, laterChanges = [], today }: ExportInput): readonly LaterChangeInWords[] {
  const actions = new Map(actionItems(meeting).map((action) => [action.id, titleOf([action.action])]));
  return laterChanges.map((change) => ({
    action: actions.get(change.actionId) ?? 'An action that is no longer here',
    change: changeInWords(change, today),
    who: [change.by, dayOf(change.at, today)].filter((words) => words !== '').join(', '),
  }));
}

const FIELD_WORDS: Readonly<Record<LaterChange['field'], string>> = { owner: 'Owner', due: 'Due', status: 'Status' };

function changeInWords({ field, from, to }: LaterChange, today: IsoDate): string {
  const say = (value: string | null): string => {
    if (value === null) return field === 'owner' ? 'nobody' : 'none';
    const state = field === 'status' ? ACTION_STATES.find((known) => known === value) : undefined;
    const day = field === 'due' ? parseIsoDate(value) : null;
    if (state !== undefined) return ACTION_WORDS[state];
    return day === null ? value : dayInWords(day, today);
  };
  return `${FIELD_WORDS[field]}: ${say(to)}, was ${say(from)}`;
}

/** The UTC day of an instant, in words; nothing for one that can't be read. */
export function dayOf(instant: string, today: IsoDate): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '' : dayInWords(isoDateOf(ms), today);
}
