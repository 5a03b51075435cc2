import { FEASIBILITY, type UpcomingItem } from '@duet/domain';
import { carriedAttributes, flag, isoDate, oneOf, owner, shortText } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

export const attributes = {
  sprintStart: isoDate,
  owner,
  feasibility: oneOf(FEASIBILITY, 'needs-talk'),
  clearedBy: shortText,
  clearedOn: isoDate,
  contingencyBy: isoDate,
  contingencyMet: flag,
  ...carriedAttributes,
};

const element = defineCells({
  name: 'upcomingItem',
  group: 'block',
  attributes,
  cells: {
    title: 'upcomingTitle',
    intent: 'upcomingIntent',
    engineering: 'upcomingEngineering',
    core: 'upcomingCore',
    stretch: 'upcomingStretch',
    docs: 'upcomingDocs',
    contingency: 'upcomingContingency',
    fallback: 'upcomingFallback',
  },
});

export const upcomingItem = asBlock<UpcomingItem>('upcomingItem', element);
