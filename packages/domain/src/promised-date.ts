import type { RoadmapRow } from './blocks.ts';
import type { Side } from './people.ts';

/** [M7] Engineering's word is what makes a date more than a wish. */
export function mayConfirmDate(side: Side): boolean {
  return side === 'engineering';
}

/** [M7] Promised outside without engineering's word. A confirmed date is `confirmed`, whoever else heard it. */
export function isPromisedUnconfirmed(row: Pick<RoadmapRow, 'dateState' | 'progress'>): boolean {
  return row.dateState === 'promised' && row.progress !== 'shipped';
}
