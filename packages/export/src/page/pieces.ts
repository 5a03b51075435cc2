import {
  dayInWords,
  type IsoDate,
  isBlank,
  LEVEL_WORDS,
  type Level,
  plain,
  type RichText,
  type Tone,
} from '@duet/domain';
import type { Cell, Chip, Piece } from './page.ts';

/** Nothing at all for a blank text. */
export function text(content: RichText, look: Extract<Piece, { kind: 'text' }>['look'] = 'plain'): Cell {
  return isBlank(content) ? [] : [{ kind: 'text', text: content, look }];
}

export function chip(words: string, tone: Tone): Chip {
  return { kind: 'chip', words, tone };
}

export function note(words: string, tone: Tone = 'plain'): Piece {
  return { kind: 'note', words, tone };
}

export function dated(day: IsoDate | null, today: IsoDate, tone: Tone = 'plain'): Cell {
  return day === null ? [] : [{ kind: 'day', day, words: dayInWords(day, today), tone }];
}

export function level(value: Level | null, why: string | null): Cell {
  if (value === null) return why === null ? [] : text(plain(why));
  return [{ kind: 'level', level: value, words: why === null ? LEVEL_WORDS[value] : `${LEVEL_WORDS[value]} (${why})` }];
}

/** A handle, or that there is nobody. */
export function owner(name: string | null): Cell {
  return name === null ? [chip('Nobody yet', 'warn')] : text(plain(`@${name}`));
}

/** "carried 3×, since Tue, Mar 4". */
export function age({ carried, since }: { carried: number; since: IsoDate | null }, today: IsoDate): Cell {
  if (carried === 0) return [];
  return [note(since === null ? `Carried ${carried}×` : `Carried ${carried}×, since ${dayInWords(since, today)}`)];
}
