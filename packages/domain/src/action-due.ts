import type { ActionItem } from './blocks.ts';
import { daysBetween, type IsoDate } from './iso-date.ts';

export function isOpenAction({ status }: Pick<ActionItem, 'status'>): boolean {
  return status === 'open' || status === 'in-progress';
}

/** [M17] How many days an open action is past its day; 0 when it is not. */
export function lateDays(action: Pick<ActionItem, 'status' | 'due'>, today: IsoDate): number {
  return action.due !== null && isOpenAction(action) ? Math.max(0, daysBetween(action.due, today)) : 0;
}
