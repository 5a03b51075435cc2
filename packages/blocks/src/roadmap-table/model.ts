import { DATE_STATES, HEALTH, PROGRESS, type RoadmapTable } from '@duet/domain';
import { carriedAttributes, flag, isoDate, oneOf, shortText } from '../attributes.ts';
import { asBlock, defineCells, defineTable } from '../define.ts';

export const attributes = {
  progress: oneOf(PROGRESS, 'not-started'),
  health: oneOf(HEALTH, null),
  targetDate: isoDate,
  dateState: oneOf(DATE_STATES, null),
  customersTold: flag,
  confirmedOn: isoDate,
  origin: shortText,
  overrideReason: shortText,
  overrideBy: shortText,
  ...carriedAttributes,
};

export const roadmapRow = defineCells({
  name: 'roadmapRow',
  group: 'row',
  attributes,
  cells: { feature: 'roadmapFeature', notes: 'roadmapNotes' },
});

const element = defineTable('roadmapTable', roadmapRow);

export const roadmapTable = asBlock<RoadmapTable>('roadmapTable', element);
