import type { Block, Decision, RiskRow } from '../blocks.ts';
import { make } from '../make.ts';
import { decisions, type Meeting, riskRows } from '../meeting.ts';
import { plain } from '../rich-text.ts';
import { isUnowned, severity } from '../risk-ownership.ts';
import { isWritten, textsOf } from '../written.ts';
import type { Pack } from './audience.ts';

/**
 * [M34] What an audience is sent, as a meeting of its own: every exporter can render it. Risks that nobody in the room
 * owns head it, worst first. Null when there is nothing to tell: no decision touches the sprint plan.
 */
export function packOf(meeting: Meeting, pack: Pack): Meeting | null {
  const head = headOf(unownedRisks(meeting));
  if (pack === 'notes') return { ...meeting, blocks: [...head, ...meeting.blocks] };
  const changes = sprintChanges(meeting);
  if (changes.length === 0) return null;
  const heading = make.sectionHeading({ id: 'pack-sprint', title: plain('What changes in the sprint plan') });
  return { ...meeting, title: `Sprint changes: ${meeting.title}`, blocks: [...head, heading, ...changes] };
}

/** [M34] Decisions that the next sprint must be planned by: made ones first, then those still awaited. */
export function sprintChanges(meeting: Meeting): readonly Decision[] {
  const touching = decisions(meeting).filter(
    (decision) => decision.affectsSprint && isWritten(textsOf.decision(decision)),
  );
  return (['decided', 'pending'] as const).flatMap((state) => touching.filter((each) => each.state === state));
}

/** Open risks without one owner in the room, escalated or not, worst first. */
export function unownedRisks(meeting: Meeting): readonly RiskRow[] {
  return riskRows(meeting)
    .filter((row) => row.state === 'open' && isUnowned(row) && isWritten(textsOf.riskRow(row)))
    .toSorted((a, b) => severity(b) - severity(a));
}

/** The same risks stand in their table further down: here they have ids of their own. */
function headOf(risks: readonly RiskRow[]): readonly Block[] {
  if (risks.length === 0) return [];
  const title = risks.length === 1 ? 'A risk that nobody here owns' : 'Risks that nobody here owns';
  return [
    make.sectionHeading({ id: 'pack-risks', title: plain(title) }),
    { type: 'riskTable', rows: risks.map((row) => ({ ...row, id: `pack-${row.id}` })) },
  ];
}
