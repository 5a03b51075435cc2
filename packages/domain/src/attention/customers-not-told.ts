import { roadmapRows } from '../meeting.ts';
import { isOffTrack } from '../roadmap-status.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M3] A row is delayed: do the customers know? */
export const customersNotTold: Rule = (meeting) =>
  roadmapRows(meeting)
    .filter((row) => row.health === 'delayed' && isOffTrack(row) && !row.customersTold)
    .filter((row) => isWritten(textsOf.roadmapRow(row)))
    .map((row) => ({
      kind: 'customers-not-told',
      blockId: row.id,
      title: titleOf(textsOf.roadmapRow(row)),
      why: 'Delayed. Have customers been told?',
      fix: { kind: 'customers-told' },
    }));
