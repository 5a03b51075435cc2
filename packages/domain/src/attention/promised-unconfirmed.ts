import { dayInWords } from '../day-words.ts';
import { roadmapRows } from '../meeting.ts';
import { isPromisedUnconfirmed } from '../promised-date.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import { earliestFirst } from './earliest-first.ts';
import type { Rule } from './finding.ts';

/** [M7] A date was promised outside, and engineering has not confirmed it. */
export const promisedUnconfirmed: Rule = (meeting, { today }) =>
  earliestFirst(roadmapRows(meeting), (row) => row.targetDate)
    .filter((row) => isWritten(textsOf.roadmapRow(row)) && isPromisedUnconfirmed(row))
    .map((row) => ({
      kind: 'promised-unconfirmed',
      blockId: row.id,
      title: titleOf(textsOf.roadmapRow(row)),
      why: `${row.targetDate ? dayInWords(row.targetDate, today) : 'A date'} is promised outside. Engineering has not confirmed it.`,
      fix: { kind: 'confirm-date' },
    }));
