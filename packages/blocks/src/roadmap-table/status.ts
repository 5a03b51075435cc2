import { type Health, type Progress, statusWords } from '@duet/domain';

export interface Status {
  readonly progress: Progress;
  readonly health: Health | null;
}

/** The six of daily use, which have a digit, and the rest, found by typing. */
export const STATUSES: readonly (Status & { readonly digit?: number })[] = [
  { progress: 'not-started', health: null, digit: 1 },
  { progress: 'in-progress', health: 'on-track', digit: 2 },
  { progress: 'in-progress', health: 'delayed', digit: 3 },
  { progress: 'in-progress', health: 'blocked', digit: 4 },
  { progress: 'not-started', health: 'reprioritized', digit: 5 },
  { progress: 'shipped', health: null, digit: 6 },
  { progress: 'in-progress', health: 'at-risk' },
  { progress: 'in-progress', health: 'reprioritized' },
  { progress: 'in-progress', health: null },
  { progress: 'not-started', health: 'at-risk' },
  { progress: 'not-started', health: 'delayed' },
  { progress: 'not-started', health: 'blocked' },
];

export function sameStatus(a: Status, b: Status): boolean {
  return statusWords(a) === statusWords(b);
}
