import type { IsoDate } from './iso-date.ts';
import { spokenDate } from './spoken-date.ts';

export interface OfferedAction {
  readonly owner: string;
  readonly action: string;
  readonly due: IsoDate;
}

const MENTION = /(?<![\p{L}\p{N}@.])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/u;
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}@])|\n/u;
/** What stands between a name and what its owner does. */
const BEFORE_ACTION = /^[\s,:–-]*(?:(?:to|will|shall|should|must|needs to|can you|could you|please)\s+)*/i;
/** What leads to a date: "by", "before", "due on". */
const BEFORE_DATE = /[\s,(–-]*(?:\b(?:due|no later than|by|before|until|till|on)\s*)*$/i;
const EDGES = /^[\s,;:.()–-]+|[\s,;:.()–-]+$/g;

/**
 * [M17] The action in a sentence like "@wen to call the vendor by Friday": who, what and by when.
 * @returns null unless a sentence names one person, a day, and something to do.
 */
export function offeredAction(text: string, today: IsoDate): OfferedAction | null {
  for (const sentence of text.split(SENTENCE_END)) {
    const offered = actionIn(sentence, today);
    if (offered !== null) return offered;
  }
  return null;
}

function actionIn(sentence: string, today: IsoDate): OfferedAction | null {
  const mention = MENTION.exec(sentence);
  const owner = mention?.[1];
  if (!mention || owner === undefined) return null;
  const before = sentence.slice(0, mention.index);
  const after = sentence.slice(mention.index + mention[0].length);
  const due = spokenDate(after, today) ?? spokenDate(before, today);
  if (due === null || MENTION.test(after)) return null;
  // "@wen to call the vendor", or with the name at the end: "Call the vendor by Friday: @wen".
  const action = undated(after, today).replace(BEFORE_ACTION, '') || undated(before, today);
  return action === '' ? null : { owner, action: capitalized(action), due: due.day };
}

function undated(text: string, today: IsoDate): string {
  const date = spokenDate(text, today);
  if (date === null) return text.replaceAll(EDGES, '');
  const lead = text.slice(0, date.index).replace(BEFORE_DATE, '');
  return `${lead} ${text.slice(date.index + date.length).trim()}`.replaceAll(EDGES, '');
}

function capitalized(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
