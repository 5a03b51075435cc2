import type { Constraint } from '@duet/domain';
import { isoDate } from '../attributes.ts';
import { asBlock, defineCells } from '../define.ts';

export const attributes = { from: isoDate, to: isoDate, horizon: isoDate };

const element = defineCells({
  name: 'constraint',
  group: 'block',
  attributes,
  cells: {
    statement: 'constraintStatement',
    detail: 'constraintDetail',
    touches: 'constraintTouches',
  },
});

export const constraint = asBlock<Constraint>('constraint', element);
