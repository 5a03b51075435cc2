import { lateDays } from '../action-due.ts';
import { countOfDays } from '../day-words.ts';
import { actionItems } from '../meeting.ts';
import { isBlank } from '../rich-text.ts';
import { titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M17] An action that is past its day and not done. The latest stands first. */
export const overdueAction: Rule = (meeting, { today }) =>
  actionItems(meeting)
    .map((action) => ({ action, late: lateDays(action, today) }))
    .filter(({ action, late }) => late > 0 && !isBlank(action.action))
    .toSorted((a, b) => b.late - a.late)
    .map(({ action, late }) => ({
      kind: 'overdue-action',
      blockId: action.id,
      title: titleOf([action.action]),
      why: `${countOfDays(late)} late${action.owner === null ? ', and nobody owns it' : `, with ${action.owner}`}.`,
      fix: { kind: 'mark-done' },
    }));
