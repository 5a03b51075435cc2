import type { Level, RiskRow } from './blocks.ts';
import { soleOwner } from './people.ts';
import { isWritten, textsOf } from './written.ts';

/** [M14] No one person owns it: nobody, a group, "unknown" or several people. */
export function isUnowned(row: RiskRow): boolean {
  return soleOwner(row.owner) === null;
}

/** Handed to a named person by escalating it, because nobody in the room owns it. */
export function isEscalated(row: RiskRow): boolean {
  return isUnowned(row) && soleOwner(row.escalatedTo) !== null;
}

/** [M31] Open, unowned and not escalated: it must not leave the meeting like this. */
export function needsOwner(row: RiskRow): boolean {
  return row.state === 'open' && isWritten(textsOf.riskRow(row)) && isUnowned(row) && !isEscalated(row);
}

const WEIGHT: Readonly<Record<Level, number>> = { low: 1, medium: 2, high: 3 };
/** What nobody has judged yet weighs as medium. */
const UNKNOWN = 2;

/** Likelihood times impact, 1 to 9. */
export function severity(row: Pick<RiskRow, 'likelihood' | 'impact'>): number {
  const weigh = (level: Level | null): number => (level === null ? UNKNOWN : WEIGHT[level]);
  return weigh(row.likelihood) * weigh(row.impact);
}
