import { relativeDay } from '../day-words.ts';
import { isGated, itemsAhead, startsWithinWindow } from '../feasibility-gate.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import { earliestFirst } from './earliest-first.ts';
import type { Rule } from './finding.ts';

const REASONS = {
  'needs-talk': 'The feasibility talk has not happened',
  'in-talk': 'The feasibility talk is not finished',
  'not-feasible': 'It is on hold',
} as const;

/** [M9] Starts within two sprints, and engineering has not cleared it. */
export const ungated: Rule = (meeting, { today, sprintDays }) =>
  earliestFirst(itemsAhead(meeting), (item) => item.sprintStart)
    .filter((item) => isWritten(textsOf.upcomingItem(item)) && startsWithinWindow(item, today, sprintDays))
    .flatMap((item) => {
      if (item.sprintStart === null || !isGated(item)) return [];
      const verb = item.sprintStart < today ? 'was to start' : 'starts';
      return [
        {
          kind: 'ungated' as const,
          blockId: item.id,
          title: titleOf(textsOf.upcomingItem(item)),
          why: `${REASONS[item.feasibility]}, and it ${verb} ${relativeDay(item.sprintStart, today)}.`,
          fix: { kind: 'talk-through' as const },
        },
      ];
    });
