import { type Constraint, countOfDays, dayInWords, daysBetween, isBlank, plainText, windowOf } from '@duet/domain';
import type { EntryPart } from './page.ts';
import type { PageContext } from './page-context.ts';

export function constraintPart(constraint: Constraint, { today }: PageContext): EntryPart {
  const window = windowOf(constraint);
  const notes = [
    window &&
      (window.from === window.to
        ? dayInWords(window.from, today)
        : `${dayInWords(window.from, today)} to ${dayInWords(window.to, today)}`),
    constraint.horizon &&
      `Bites by ${dayInWords(constraint.horizon, today)}, ${distance(daysBetween(today, constraint.horizon))}`,
    isBlank(constraint.touches) ? null : `Touches: ${plainText(constraint.touches)}`,
  ];
  return {
    kind: 'entry',
    id: constraint.id,
    lead: constraint.statement,
    text: constraint.detail,
    notes: notes.filter((words) => words !== null),
  };
}

function distance(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${countOfDays(days)}` : `${countOfDays(-days)} ago`;
}
