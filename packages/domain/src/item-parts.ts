import type { UpcomingItem } from './blocks.ts';
import { isBlank } from './rich-text.ts';

export const ITEM_PARTS = ['what', 'why', 'obstacle'] as const;
/** What is built, why, and what is in its way. */
export type ItemPart = (typeof ITEM_PARTS)[number];

/** [M6] The parts that an upcoming item leaves open. */
export function missingParts(item: UpcomingItem): readonly ItemPart[] {
  const texts = { what: item.title, why: item.intent, obstacle: item.engineering };
  return ITEM_PARTS.filter((part) => isBlank(texts[part]));
}
