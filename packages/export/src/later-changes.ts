import { actionItems, dayInWords, type IsoDate, isoDateOf, laterChangeWords, titleOf } from '@duet/domain';
import type { ExportInput } from './exporter.ts';

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
    change: laterChangeWords(change, today),
    who: [change.by, dayOf(change.at, today)].filter((words) => words !== '').join(', '),
  }));
}

/** The UTC day of an instant, in words; nothing for one that can't be read. */
export function dayOf(instant: string, today: IsoDate): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '' : dayInWords(isoDateOf(ms), today);
}
