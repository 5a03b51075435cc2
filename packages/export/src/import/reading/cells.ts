import type { ActionState, DateState, Feasibility, Health, IsoDate, Level, Progress } from '@duet/domain';
import type { Calendar } from './calendar.ts';
import {
  ACTION_WORDS,
  EMOJI,
  FEASIBILITY_WORDS,
  HEALTH_WORDS,
  LEVEL_WORDS,
  PLAIN_LEVELS,
  PROGRESS_WORDS,
  plainWords,
  STATUS_SIGNS,
} from './vocabulary.ts';

/**
 * Reading a short text as a value. `whole` says whether the value is all that the text said; where it is not, the
 * caller keeps the text beside the value, so that no word is lost.
 */
export interface Reading<T> {
  readonly value: T;
  readonly whole: boolean;
}

/** Longer than any owner, status or date: prose in the wrong column. */
const LONGEST_VALUE = 120;

function signsOnly(text: string): boolean {
  return text.replaceAll(EMOJI, '').replaceAll(/[\s—–\-_.*]+/g, '') === '';
}

export interface Status {
  readonly progress: Progress | null;
  readonly health: Health | null;
}

/** "🟡 In progress — delayed", "shipped", "🔴". */
export function readStatus(text: string): Reading<Status> {
  const words = plainWords(text);
  if (words === '' || text.length > LONGEST_VALUE) {
    const sign = words === '' ? (text.match(EMOJI)?.[0] ?? '') : '';
    const said = Object.hasOwn(STATUS_SIGNS, sign) ? STATUS_SIGNS[sign] : undefined;
    return { value: said ?? { progress: null, health: null }, whole: signsOnly(text) };
  }
  let rest = words;
  const take = <T>(table: Readonly<Record<string, T>>): T | null => {
    for (const phrase of longestFirst(table)) {
      const at = ` ${rest} `.indexOf(` ${phrase} `);
      if (at < 0) continue;
      rest = ` ${rest} `.replace(` ${phrase} `, ' ').trim();
      return table[phrase] ?? null;
    }
    return null;
  };
  const health = take(HEALTH_WORDS);
  const progress = take(PROGRESS_WORDS);
  // A word about the health of a row speaks of work that goes on.
  return { value: { progress: progress ?? (health === null ? null : 'in-progress'), health }, whole: rest === '' };
}

/** "High (6 weeks)": the level, and what is said beside it. */
export function readLevel(text: string): { readonly level: Level | null; readonly note: string | null } {
  const word = /\p{L}+/gu;
  for (const match of text.slice(0, LONGEST_VALUE).matchAll(word)) {
    const key = match[0].toLowerCase();
    if (!Object.hasOwn(LEVEL_WORDS, key)) continue;
    const rest = PLAIN_LEVELS.has(key)
      ? `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      : text;
    return { level: LEVEL_WORDS[key] ?? null, note: noteOf(rest) };
  }
  return { level: null, note: noteOf(text) };
}

function noteOf(text: string): string | null {
  const note = text.replaceAll(EMOJI, '').replaceAll(/\s+/g, ' ').trim();
  const bare = /^[([]([^()[\]]*)[)\]]$/.exec(note)?.[1] ?? note.replace(/^[\s:—–\-,;]+/, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare.trim() : null;
}

export interface Target {
  readonly day: IsoDate | null;
  readonly state: DateState | null;
}

const DATE_STATE_WORDS: Readonly<Record<string, DateState>> = {
  proposed: 'proposed',
  tentative: 'proposed',
  confirmed: 'confirmed',
  'confirmed by engineering': 'confirmed',
  promised: 'promised',
  'promised outside': 'promised',
  committed: 'promised',
};

/** "Apr 14", "2025-04-14 (promised)". */
export function readTarget(text: string, calendar: Calendar): Reading<Target> {
  const { value, rest } = readDayAndRest(text, calendar);
  const words = plainWords(rest);
  const state = Object.hasOwn(DATE_STATE_WORDS, words) ? (DATE_STATE_WORDS[words] ?? null) : null;
  return { value: { day: value, state }, whole: words === '' || state !== null };
}

/** "by March 21", "2025-03-21", "Friday". */
export function readDay(text: string, calendar: Calendar): Reading<IsoDate | null> {
  const { value, rest } = readDayAndRest(text, calendar);
  return { value, whole: /^(?:by|on|due)?$/.test(plainWords(rest)) };
}

function readDayAndRest(text: string, calendar: Calendar): { value: IsoDate | null; rest: string } {
  if (text.length > LONGEST_VALUE) return { value: null, rest: text };
  const [found] = calendar.days(text);
  if (found && found.last === null) return { value: found.day, rest: text.slice(0, found.from) + text.slice(found.to) };
  const spoken = calendar.spoken(text);
  return { value: spoken, rest: spoken === null ? text : '' };
}

/** Whoever is named in a cell of owners, without the `@`. */
export function readOwner(text: string): Reading<string | null> {
  const names = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/(^|[\s,;/&+(])@/g, '$1');
  if (!/[\p{L}\p{N}?]/u.test(names)) return { value: null, whole: true };
  return names.length > LONGEST_VALUE ? { value: null, whole: false } : { value: names, whole: true };
}

export function readActionState(text: string): Reading<ActionState | null> {
  return readPhrase(text, ACTION_WORDS, { '✅': 'done', '☑': 'done', '✔': 'done', '🚧': 'in-progress' });
}

export function readFeasibility(text: string): Reading<Feasibility | null> {
  return readPhrase(text, FEASIBILITY_WORDS, { '✅': 'cleared' });
}

/** A text that is one of the phrases and nothing else; a sign counts where there are no words. */
export function readPhrase<T>(
  text: string,
  phrases: Readonly<Record<string, T>>,
  signs: Readonly<Record<string, T>> = {},
): Reading<T | null> {
  const words = plainWords(text.slice(0, LONGEST_VALUE + 1));
  const sign = text.match(EMOJI)?.[0] ?? '';
  if (words === '') return { value: Object.hasOwn(signs, sign) ? (signs[sign] ?? null) : null, whole: signsOnly(text) };
  return Object.hasOwn(phrases, words) ? { value: phrases[words] ?? null, whole: true } : { value: null, whole: false };
}

function longestFirst(table: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(table).toSorted((a, b) => b.length - a.length);
}
