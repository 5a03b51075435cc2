import { roadmapRows } from '../meeting.ts';
import { isBlank } from '../rich-text.ts';
import { isOffTrack } from '../roadmap-status.ts';
import { titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M3] A row is delayed, and nothing says why. */
export const delayedWithoutNote: Rule = (meeting) =>
  roadmapRows(meeting)
    .filter((row) => !isBlank(row.feature) && row.health === 'delayed' && isOffTrack(row) && isBlank(row.notes))
    .map((row) => ({
      kind: 'delayed-without-note',
      blockId: row.id,
      title: titleOf([row.feature]),
      why: 'Delayed, and no note says why.',
      fix: { kind: 'write', field: 'notes' },
    }));
