import { openQuestions } from '../meeting.ts';
import { raisedInWords } from '../threatened-date.ts';
import { textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M26] Somebody said that something is about to go wrong, and nobody has answered yet. */
export const raisedConcern: Rule = (meeting, { today }) =>
  openQuestions(meeting)
    .filter((question) => question.raisedBy !== null && question.state === 'open')
    .map((question) => ({
      kind: 'raised-concern',
      blockId: question.id,
      title: titleOf(textsOf.openQuestion(question)) || 'A concern',
      why: `${raisedInWords(question, today)}. It has no answer yet.`,
      fix: { kind: 'write', field: 'answer' },
    }));
