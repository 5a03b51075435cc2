import { ACTION_STATES, type ActionItem } from '@duet/domain';
import { carriedAttributes, isoDate, oneOf, owner, shortText } from '../attributes.ts';
import { asBlock, defineText } from '../define.ts';

export const attributes = {
  owner,
  due: isoDate,
  status: oneOf(ACTION_STATES, 'open'),
  origin: shortText,
  ...carriedAttributes,
};

const element = defineText({
  name: 'actionItem',
  field: 'action',
  attributes,
});

export const actionItem = asBlock<ActionItem>('actionItem', element);
