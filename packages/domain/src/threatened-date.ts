import { isOpenAction } from './action-due.ts';
import type { OpenQuestion } from './blocks.ts';
import { windowOf } from './date-collisions.ts';
import { countOfDays, dayInWords } from './day-words.ts';
import { itemsAhead } from './feasibility-gate.ts';
import { daysBetween, type IsoDate } from './iso-date.ts';
import { actionItems, constraints, type Meeting, roadmapRows } from './meeting.ts';
import { textsOf, titleOf } from './written.ts';

/** Something with a day that a concern can be about. */
export interface Threatened {
  readonly id: string;
  readonly title: string;
  readonly day: IsoDate;
}

/** [M26] What a concern may put at risk: everything unfinished that has a day, the next one first. */
export function threatenable(meeting: Meeting): readonly Threatened[] {
  const dated = [
    ...roadmapRows(meeting)
      .filter(({ progress }) => progress !== 'shipped')
      .map((row) => ({ id: row.id, title: titleOf(textsOf.roadmapRow(row)), day: row.targetDate })),
    ...itemsAhead(meeting).map((item) => ({
      id: item.id,
      title: titleOf(textsOf.upcomingItem(item)),
      day: item.sprintStart,
    })),
    ...constraints(meeting).map((constraint) => ({
      id: constraint.id,
      title: titleOf(textsOf.constraint(constraint)),
      day: constraint.horizon ?? windowOf(constraint)?.from ?? null,
    })),
    ...actionItems(meeting)
      .filter(isOpenAction)
      .map((action) => ({ id: action.id, title: titleOf([action.action]), day: action.due })),
  ];
  return dated
    .flatMap(({ day, ...rest }) => (day === null || rest.title === '' ? [] : [{ ...rest, day }]))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** [M26] How many days ahead of the day that it threatens a concern was raised; null when there is none, or it was late. */
export function daysAhead({ raisedOn, threatens }: Pick<OpenQuestion, 'raisedOn' | 'threatens'>): number | null {
  if (raisedOn === null || threatens === null) return null;
  const days = daysBetween(raisedOn, threatens);
  return days < 0 ? null : days;
}

/** [M26] "Raised by Finn, 6 days ahead of Mon, Mar 24"; null for a plain question. */
export function raisedInWords(
  question: Pick<OpenQuestion, 'raisedBy' | 'raisedOn' | 'threatens'>,
  today: IsoDate,
): string | null {
  if (question.raisedBy === null) return null;
  const ahead = daysAhead(question);
  const day = question.threatens;
  return `Raised by ${question.raisedBy}${ahead === null || day === null ? '' : `, ${countOfDays(ahead)} ahead of ${dayInWords(day, today)}`}`;
}
