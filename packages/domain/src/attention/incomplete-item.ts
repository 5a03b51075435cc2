import { itemsAhead } from '../feasibility-gate.ts';
import { type ItemPart, missingParts } from '../item-parts.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Fix, Rule } from './finding.ts';

const PARTS: Readonly<
  Record<ItemPart, { readonly words: string; readonly field: Extract<Fix, { kind: 'write' }>['field'] }>
> = {
  what: { words: 'what it is', field: 'title' },
  why: { words: 'why it matters', field: 'intent' },
  obstacle: { words: 'what is in the way', field: 'engineering' },
};

/** [M6] An upcoming item that lacks what, why or what is in the way. */
export const incompleteItem: Rule = (meeting) =>
  itemsAhead(meeting)
    .filter((item) => isWritten(textsOf.upcomingItem(item)))
    .flatMap((item) => {
      const missing = missingParts(item);
      const [first] = missing;
      if (first === undefined) return [];
      return [
        {
          kind: 'incomplete-item' as const,
          blockId: item.id,
          title: titleOf(textsOf.upcomingItem(item)),
          why: `It does not say ${missing.map((part) => PARTS[part].words).join(' or ')}.`,
          fix: { kind: 'write' as const, field: PARTS[first].field },
        },
      ];
    });
