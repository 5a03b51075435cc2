import { countOfDays, dayInWords } from '../day-words.ts';
import { daysBetween } from '../iso-date.ts';
import { openQuestions } from '../meeting.ts';
import { textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M26] Somebody said that something is about to go wrong, and nobody has answered yet. */
export const raisedConcern: Rule = (meeting, { today }) =>
  openQuestions(meeting)
    .filter((question) => question.raisedBy !== null && question.state === 'open')
    .map((question) => {
      const ahead =
        question.raisedOn && question.threatens && daysBetween(question.raisedOn, question.threatens) >= 0
          ? `, ${countOfDays(daysBetween(question.raisedOn, question.threatens))} ahead of ${dayInWords(question.threatens, today)}`
          : '';
      return {
        kind: 'raised-concern',
        blockId: question.id,
        title: titleOf(textsOf.openQuestion(question)) || 'A concern',
        why: `Raised by ${question.raisedBy}${ahead}. It has no answer yet.`,
        fix: { kind: 'write', field: 'answer' },
      };
    });
