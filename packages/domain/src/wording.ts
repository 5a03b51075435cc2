import type {
  ActionState,
  DateState,
  DecisionState,
  Feasibility,
  Health,
  Level,
  Progress,
  QuestionState,
  RoadmapRow,
} from './blocks.ts';
import type { Side } from './people.ts';
import { isOffTrack } from './roadmap-status.ts';

/** How the page and the exports call things: one wording, said once. */
export const ACTION_WORDS: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};
export const DECISION_WORDS: Readonly<Record<DecisionState, string>> = {
  decided: 'Decided',
  pending: 'Pending',
  superseded: 'Reversed',
};
export const QUESTION_WORDS: Readonly<Record<QuestionState, string>> = { open: 'Open', answered: 'Answered' };
export const DATE_STATE_WORDS: Readonly<Record<DateState, string>> = {
  proposed: 'Proposed',
  confirmed: 'Confirmed',
  promised: 'Promised, not confirmed',
};
export const FEASIBILITY_WORDS: Readonly<Record<Feasibility, string>> = {
  'needs-talk': 'Needs feasibility talk',
  'in-talk': 'In talk',
  cleared: 'Cleared',
  'not-feasible': 'On hold',
};
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { low: 'Low', medium: 'Medium', high: 'High' };
/** Whose part something is, in short; what is nobody's alone is for both. */
export const SIDE_WORDS: Readonly<Record<Side, string>> = { product: 'PM', engineering: 'EM', other: 'Both' };
/** What side somebody is on. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  product: 'Product',
  engineering: 'Engineering',
  other: 'Someone else',
};

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

type Status = Pick<RoadmapRow, 'progress' | 'health'>;

/** "In progress — delayed", "Shipped", "Blocked". */
export function statusWords({ progress, health }: Status): string {
  if (progress === 'shipped') return PROGRESS_WORDS.shipped;
  if (progress === 'in-progress' && health === 'blocked') return 'Blocked';
  const said = health === null || (progress === 'not-started' && health === 'on-track') ? null : HEALTH_WORDS[health];
  return said === null ? PROGRESS_WORDS[progress] : `${PROGRESS_WORDS[progress]} — ${said}`;
}

/** Colour means "act": a fill for what somebody must act on, none for what is healthy or not begun. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain';

export function statusTone(status: Status): Tone {
  if (isOffTrack(status)) return status.health === 'delayed' || status.health === 'at-risk' ? 'warn' : 'bad';
  return status.progress === 'shipped' || status.health === 'on-track' ? 'good' : 'plain';
}
