import { dayInWords } from '../day-words.ts';
import { roadmapRows } from '../meeting.ts';
import { isStale } from '../roadmap-status.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M4] A row that came from an earlier meeting and that nobody has touched since. */
export const staleRow: Rule = (meeting, { today }) =>
  roadmapRows(meeting)
    .filter((row) => isWritten(textsOf.roadmapRow(row)) && isStale(row, meeting.date))
    .map((row) => ({
      kind: 'stale-row',
      blockId: row.id,
      title: titleOf(textsOf.roadmapRow(row)),
      why: row.confirmedOn
        ? `Unchanged since ${dayInWords(row.confirmedOn, today)}. Is it still so?`
        : 'Unchanged since the last meeting. Is it still so?',
      fix: { kind: 'confirm-row' },
    }));
