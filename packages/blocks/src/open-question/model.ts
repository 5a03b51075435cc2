import { type OpenQuestion, QUESTION_STATES } from '@duet/domain';
import { carriedAttributes, oneOf, owner } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

const element = defineCells({
  name: 'openQuestion',
  group: 'block',
  attributes: {
    owner,
    state: oneOf(QUESTION_STATES, 'open'),
    ...carriedAttributes,
  },
  cells: { question: 'questionText', answer: 'questionAnswer' },
});

export const openQuestion = asBlock<OpenQuestion>('openQuestion', element);
