import type { RoadmapRow } from './blocks.ts';

/** [M7] Promised outside without engineering's word. A confirmed date is `confirmed`, whoever else heard it. */
export function isPromisedUnconfirmed(row: Pick<RoadmapRow, 'dateState' | 'progress'>): boolean {
  return row.dateState === 'promised' && row.progress !== 'shipped';
}
