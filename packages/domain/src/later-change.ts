import { ACTION_STATES, type ActionItem } from './blocks.ts';
import { dayInWords } from './day-words.ts';
import { type IsoDate, parseIsoDate } from './iso-date.ts';
import { ACTION_WORDS } from './wording.ts';

/** One of the few things that still move after finalize (M32): the owner, day or state of an action. */
export interface LaterChange {
  readonly actionId: string;
  readonly field: keyof Pick<ActionItem, 'owner' | 'due' | 'status'>;
  readonly from: string | null;
  readonly to: string | null;
  /** ISO 8601, with time and zone. */
  readonly at: string;
  /** The name of the person. */
  readonly by: string;
}

const FIELD_WORDS: Readonly<Record<LaterChange['field'], string>> = { owner: 'Owner', due: 'Due', status: 'Status' };

/** "Due: Fri, Mar 27, was Mon, Mar 23". */
export function laterChangeWords(
  { field, from, to }: Pick<LaterChange, 'field' | 'from' | 'to'>,
  today: IsoDate,
): string {
  const say = (value: string | null): string => {
    if (value === null) return field === 'owner' ? 'nobody' : 'none';
    const state = field === 'status' ? ACTION_STATES.find((known) => known === value) : undefined;
    const day = field === 'due' ? parseIsoDate(value) : null;
    if (state !== undefined) return ACTION_WORDS[state];
    return day === null ? value : dayInWords(day, today);
  };
  return `${FIELD_WORDS[field]}: ${say(to)}, was ${say(from)}`;
}
