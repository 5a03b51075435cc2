import { DECISION_STATES, type Decision } from '@duet/domain';
import { carriedAttributes, flag, isoDate, oneOf, owner, people, shortText } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

export const attributes = {
  state: oneOf(DECISION_STATES, 'pending'),
  decidedBy: people,
  decidedOn: isoDate,
  owner,
  due: isoDate,
  affectsSprint: flag,
  origin: shortText,
  supersedes: shortText,
  supersededBy: shortText,
  ...carriedAttributes,
};

const element = defineCells({
  name: 'decision',
  group: 'block',
  attributes,
  cells: {
    text: 'decisionText',
    why: 'decisionWhy',
    awaiting: 'decisionAwaiting',
  },
});

export const decision = asBlock<Decision>('decision', element);
