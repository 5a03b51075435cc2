import { type Meeting, riskRows } from '../meeting.ts';
import { needsOwner, severity } from '../risk-ownership.ts';
import { textsOf, titleOf } from '../written.ts';
import type { Finding } from './finding.ts';

/** [M14] A risk that no one person owns. */
export const unownedRisk = (meeting: Meeting): readonly Finding[] =>
  riskRows(meeting)
    .filter(needsOwner)
    .toSorted((a, b) => severity(b) - severity(a))
    .map((row) => ({
      kind: 'unowned-risk',
      blockId: row.id,
      title: titleOf(textsOf.riskRow(row)),
      why: row.owner === null ? 'Nobody owns this risk.' : `“${row.owner}” is not one person who owns this risk.`,
      fix: { kind: 'name-owner' },
    }));
