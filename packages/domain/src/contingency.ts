import type { Decision, UpcomingItem } from './blocks.ts';
import { dayInWords } from './day-words.ts';
import type { IsoDate } from './iso-date.ts';
import { make } from './make.ts';
import { decisions, type Meeting } from './meeting.ts';
import { isBlank, plain, plainText } from './rich-text.ts';
import { textsOf, titleOf } from './written.ts';

/** [M11] "If X is not done by DATE then Y": the date has passed and X is open. */
export function isPastContingency(
  { contingencyBy, contingencyMet }: Pick<UpcomingItem, 'contingencyBy' | 'contingencyMet'>,
  today: IsoDate,
): boolean {
  return contingencyBy !== null && contingencyBy < today && !contingencyMet;
}

/** [M11] The decision to go for the fallback of an item, linked to it; null while nobody took it. */
export function chosenFallback(meeting: Meeting, item: Pick<UpcomingItem, 'id'>): Decision | null {
  return decisions(meeting).find(({ origin, state }) => origin === item.id && state === 'decided') ?? null;
}

/** [M11] Y becomes the plan: a decision that says what was waited for in vain, and who called it. */
export function fallbackDecision(item: UpcomingItem, by: string, on: IsoDate): Decision {
  const { contingency, contingencyBy, fallback } = item;
  const title = titleOf(textsOf.upcomingItem(item));
  const awaited = plainText(contingency).trim().replace(/\.$/, '') || 'What it waited for';
  return make.decision({
    state: 'decided',
    text: isBlank(fallback) ? plain(`${title} goes on without what it waited for.`) : fallback,
    why: plain(`${awaited} was not done${contingencyBy === null ? '' : ` by ${dayInWords(contingencyBy, on)}`}.`),
    decidedBy: [by],
    decidedOn: on,
    affectsSprint: true,
    origin: item.id,
  });
}
