import { shortDay } from './day-words.ts';
import type { IsoDate } from './iso-date.ts';
import type { Development, Turn } from './since-last-meeting.ts';

const MOST_PHRASES = 4;
const LONGEST_NAME = 36;

/** "2 actions done, 1 decision made, Card on file moved to Apr 3 and 5 more"; '' for nothing. */
export function inShort(developments: readonly Development[], today: IsoDate): string {
  const groups = new Map<string, Development[]>();
  for (const development of developments) {
    const { turn, noun } = development;
    const key = `${turn} ${turn === 'moved' || turn === 'changed' ? '' : noun}`;
    groups.set(key, [...(groups.get(key) ?? []), development]);
  }
  const all = [...groups.values()];
  const told = all.slice(0, MOST_PHRASES);
  const more = developments.length - told.flat().length;
  const phrases = told.map((group) => phraseOf(group, today)).join(', ');
  return more === 0 ? phrases : `${phrases} and ${more} more`;
}

const NAMED: Readonly<Partial<Record<Turn, string>>> = {
  shipped: 'shipped',
  started: 'started',
  cleared: 'cleared',
  'on-hold': 'put on hold',
};

function phraseOf(group: readonly Development[], today: IsoDate): string {
  const [first] = group;
  if (first === undefined) return '';
  const { turn, noun, title, day } = first;
  const count = group.length;
  const counted = (singular: string): string => `${count} ${singular}${count === 1 ? '' : 's'}`;
  const isNamed = count === 1 && title.length <= LONGEST_NAME;
  switch (turn) {
    case 'decided':
      return `${counted('decision')} made`;
    case 'new':
      return `${count} new ${noun}${count === 1 ? '' : 's'}`;
    case 'changed':
      return counted('change');
    case 'moved':
      return isNamed && day !== null ? `${title} moved to ${shortDay(day, today)}` : `${counted('date')} moved`;
    default:
      return isNamed && NAMED[turn] ? `${title} ${NAMED[turn]}` : `${counted(noun)} ${NAMED[turn] ?? turn}`;
  }
}
