import { type OpenQuestion, QUESTION_STATES } from '@duet/domain';
import { carriedAttributes, isoDate, oneOf, owner, shortText } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

export const attributes = {
  owner,
  state: oneOf(QUESTION_STATES, 'open'),
  raisedBy: owner,
  raisedOn: isoDate,
  about: shortText,
  threatens: isoDate,
  ...carriedAttributes,
};

const element = defineCells({
  name: 'openQuestion',
  group: 'block',
  attributes,
  cells: { question: 'questionText', answer: 'questionAnswer' },
});

export const openQuestion = asBlock<OpenQuestion>('openQuestion', element);
