import { type OpenQuestion, QUESTION_STATES } from '@duet/domain';
import { carriedAttributes, isoDate, oneOf, owner, shortText } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

const element = defineCells({
  name: 'openQuestion',
  group: 'block',
  attributes: {
    owner,
    state: oneOf(QUESTION_STATES, 'open'),
    raisedBy: owner,
    raisedOn: isoDate,
    about: shortText,
    threatens: isoDate,
    ...carriedAttributes,
  },
  cells: { question: 'questionText', answer: 'questionAnswer' },
});

export const openQuestion = asBlock<OpenQuestion>('openQuestion', element);
