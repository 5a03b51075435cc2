import type { Health, Progress } from '@duet/domain';
import { isOffTrack } from '@duet/domain';

export interface Status {
  readonly progress: Progress;
  readonly health: Health | null;
}

const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  shipped: 'Shipped',
};
const HEALTH_WORDS: Readonly<Record<Health, string | null>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  delayed: 'delayed',
  blocked: 'blocked',
  reprioritized: 'reprioritized',
  none: null,
};

/** "In progress — delayed", "Shipped", "Blocked". */
export function statusWords({ progress, health }: Status): string {
  if (progress === 'shipped') return PROGRESS_WORDS.shipped;
  if (progress === 'in-progress' && health === 'blocked') return 'Blocked';
  const said = health === null || (progress === 'not-started' && health === 'on-track') ? null : HEALTH_WORDS[health];
  return said === null ? PROGRESS_WORDS[progress] : `${PROGRESS_WORDS[progress]} — ${said}`;
}

/** Fill is for what somebody must act on; what is healthy or not begun is outlined. */
export function statusTone(status: Status): 'good' | 'warn' | 'bad' | 'plain' {
  if (isOffTrack(status)) return status.health === 'delayed' || status.health === 'at-risk' ? 'warn' : 'bad';
  return status.progress === 'shipped' || status.health === 'on-track' ? 'good' : 'plain';
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
