import { type SectionHeading, VOICES } from '@duet/domain';
import { oneOf, shortText, wholeNumber } from '../attributes.ts';
import { asBlock, defineText } from '../define.ts';

export const attributes = {
  key: shortText,
  minutes: wholeNumber(0, 1_440, null),
  opener: oneOf(VOICES, null),
};

const element = defineText({
  name: 'sectionHeading',
  field: 'title',
  isolating: true,
  attributes,
});

export const sectionHeading = asBlock<SectionHeading>('sectionHeading', element);
