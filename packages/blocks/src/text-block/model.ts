import { SIDES, TEXT_KINDS, type TextBlock } from '@duet/domain';
import { flag, oneOf, wholeNumber } from '../attributes.ts';
import { asBlock, defineText } from '../define.ts';

export const LAST_INDENT = 8;

export const attributes = {
  kind: oneOf(TEXT_KINDS, 'paragraph'),
  level: wholeNumber(1, 3, 2),
  indent: wholeNumber(0, LAST_INDENT, 0),
  checked: flag,
  side: oneOf(SIDES, null),
};

/**
 * Prose of every kind in one flat node. With a node type for each kind, turning a paragraph into a heading makes the
 * binding replace the element, and what somebody else types into it at that moment is gone. Here it's an attribute.
 */
const element = defineText({
  name: 'textBlock',
  field: 'text',
  attributes,
});

export const textBlock = asBlock<TextBlock>('textBlock', element);
