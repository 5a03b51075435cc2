import type { Health, RoadmapRow } from './blocks.ts';
import type { IsoDate } from './iso-date.ts';
import { isPromisedUnconfirmed } from './promised-date.ts';

const OFF_TRACK: readonly (Health | null)[] = ['at-risk', 'delayed', 'blocked', 'reprioritized'];

/** [M3] Unshipped, and not where it should be. */
export function isOffTrack(row: Pick<RoadmapRow, 'health' | 'progress'>): boolean {
  return row.progress !== 'shipped' && OFF_TRACK.includes(row.health);
}

/**
 * [M4] Carried from an earlier meeting and neither edited nor confirmed since. In a meeting without a date nobody
 * can tell, unless nobody ever confirmed the row.
 */
export function isStale(row: Pick<RoadmapRow, 'carried' | 'confirmedOn'>, meetingDate: IsoDate | null): boolean {
  if (row.carried === 0) return false;
  return row.confirmedOn === null || (meetingDate !== null && row.confirmedOn < meetingDate);
}

/** [M3] Goes as it should, or has shipped, and asks nobody for anything: it can fold away. */
export function isOnTrack(
  row: Pick<RoadmapRow, 'health' | 'progress' | 'dateState' | 'carried' | 'confirmedOn'>,
  meetingDate: IsoDate | null,
): boolean {
  const isWell = row.progress === 'shipped' || row.health === 'on-track';
  return isWell && !isStale(row, meetingDate) && !isPromisedUnconfirmed(row);
}
