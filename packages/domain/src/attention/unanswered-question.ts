import { openQuestions } from '../meeting.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M18] A question is open. Concerns have a rule of their own. */
export const unansweredQuestion: Rule = (meeting) =>
  openQuestions(meeting)
    .filter((question) => question.raisedBy === null && question.state === 'open')
    .filter((question) => isWritten(textsOf.openQuestion(question)))
    .map((question) => ({
      kind: 'unanswered-question',
      blockId: question.id,
      title: titleOf(textsOf.openQuestion(question)),
      why: question.owner === null ? 'No answer yet, and nobody has it.' : `No answer yet, with ${question.owner}.`,
      fix: { kind: 'write', field: 'answer' },
    }));
