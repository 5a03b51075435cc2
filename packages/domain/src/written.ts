import type { Constraint, Decision, OpenQuestion, RiskRow, RoadmapRow, UpcomingItem } from './blocks.ts';
import { isBlank, plainText, type RichText } from './rich-text.ts';

const LONGEST_TITLE = 120;

/**
 * The texts of an entry, the one that names it first. An entry in which nobody has written yet raises nothing
 * and counts nowhere.
 */
export const textsOf = {
  roadmapRow: (row: RoadmapRow): readonly RichText[] => [row.feature, row.notes],
  upcomingItem: (item: UpcomingItem): readonly RichText[] => [
    item.title,
    item.intent,
    item.engineering,
    item.core,
    item.stretch,
    item.docs,
    item.contingency,
    item.fallback,
  ],
  constraint: (constraint: Constraint): readonly RichText[] => [
    constraint.statement,
    constraint.detail,
    constraint.touches,
  ],
  riskRow: (row: RiskRow): readonly RichText[] => [row.risk, row.mitigation],
  decision: (decision: Decision): readonly RichText[] => [decision.text, decision.why, decision.awaiting],
  openQuestion: (question: OpenQuestion): readonly RichText[] => [question.question, question.answer],
};

export function isWritten(texts: readonly RichText[]): boolean {
  return texts.some((text) => !isBlank(text));
}

/** One line that names an entry: the first of its texts that says something, cut where it gets long. */
export function titleOf(texts: readonly RichText[]): string {
  const text = texts.find((candidate) => !isBlank(candidate));
  const line = text === undefined ? '' : plainText(text).trim().replaceAll(/\s+/g, ' ');
  const letters = [...line];
  return letters.length <= LONGEST_TITLE
    ? line
    : `${letters
        .slice(0, LONGEST_TITLE - 1)
        .join('')
        .trimEnd()}…`;
}
