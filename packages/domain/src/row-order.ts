import type { RiskRow, RoadmapRow } from './blocks.ts';
import { severity } from './risk-ownership.ts';
import { isOffTrack } from './roadmap-status.ts';

/**
 * Orders that one reader may ask for. The order of the document is the room's: none of these changes it, and what compares
 * alike stays as the room has it.
 */

/** [M3] What is off track, then the rest. */
export function offTrackFirst<Row extends Pick<RoadmapRow, 'health' | 'progress'>>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => Number(isOffTrack(b)) - Number(isOffTrack(a)));
}

/** [M14] The worst risk first. What is closed can do no harm, and comes last. */
export function worstFirst<Row extends Pick<RiskRow, 'likelihood' | 'impact' | 'state'>>(rows: readonly Row[]): Row[] {
  const weigh = (row: Row): number => (row.state === 'closed' ? 0 : severity(row));
  return rows.toSorted((a, b) => weigh(b) - weigh(a));
}

/**
 * The ids of an order that was asked for, with those that came in since: each behind the one that it follows in the room's
 * order, or, where it is the first there, before the one that follows it. The others keep their places, whatever becomes
 * of them, also while they are gone: somebody may take back that they deleted one.
 * @returns `asked` itself where nobody is new.
 */
export function withNewcomers(asked: readonly string[], room: readonly string[]): readonly string[] {
  const known = new Set(asked);
  if (room.every((id) => known.has(id))) return asked;
  const order = [...asked];
  const first = room.find((id) => known.has(id));
  let place = first === undefined ? 0 : order.indexOf(first);
  for (const id of room) {
    if (known.has(id)) {
      place = order.indexOf(id) + 1;
    } else {
      known.add(id);
      order.splice(place++, 0, id);
    }
  }
  return order;
}

/** Rows in an order of their ids. What the order does not name, or has no id, stays behind the row that it follows. */
export function inOrder<Row>(
  room: readonly Row[],
  order: readonly string[],
  idOf: (row: Row) => string | null,
): readonly Row[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  let last = -1;
  const ranked = room.map((row) => {
    const id = idOf(row);
    last = (id === null ? undefined : rank.get(id)) ?? last;
    return { row, rank: last };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ row }) => row);
}
