import { type IsoDate, type Override, startedRow } from '@duet/domain';
import type { JsonNode } from '../json-node.ts';
import { roadmapRow } from '../roadmap-table/model.ts';
import { upcomingItem } from './model.ts';

/** [M8] The roadmap row that an upcoming item becomes on a day, with all that it takes over; null while it may not start. */
export function startedRowOf(item: JsonNode, on: IsoDate, override?: Override): JsonNode | null {
  const row = startedRow(
    upcomingItem.read(item, ({ attrs }) => String(attrs?.id ?? '')),
    on,
    override,
  );
  return row && roadmapRow.write(row);
}
