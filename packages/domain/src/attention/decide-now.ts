import { chosenFallback, isPastContingency } from '../contingency.ts';
import { relativeDay } from '../day-words.ts';
import { itemsAhead } from '../feasibility-gate.ts';
import { plainText } from '../rich-text.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import { earliestFirst } from './earliest-first.ts';
import type { Rule } from './finding.ts';

/** [M11] "If X is not done by DATE then Y": the date has passed and X is open. */
export const decideNow: Rule = (meeting, { today }) =>
  earliestFirst(itemsAhead(meeting), (item) => item.contingencyBy).flatMap((item) => {
    const { contingencyBy, contingency, fallback } = item;
    if (contingencyBy === null || !isPastContingency(item, today) || !isWritten([contingency, fallback])) return [];
    if (chosenFallback(meeting, item) !== null) return [];
    const otherwise = plainText(fallback).trim().replace(/\.$/, '');
    return [
      {
        kind: 'decide-now' as const,
        blockId: item.id,
        title: titleOf(textsOf.upcomingItem(item)),
        why:
          `Decide now: “${titleOf([contingency, fallback])}” was due ${relativeDay(contingencyBy, today)} and is open.` +
          (otherwise === '' ? '' : ` The fallback: ${otherwise}.`),
        fix: { kind: 'settle-contingency' as const },
      },
    ];
  });
