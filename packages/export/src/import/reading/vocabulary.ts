import {
  ACTION_STATES,
  type ActionState,
  type Feasibility,
  type Health,
  type Level,
  type Progress,
} from '@duet/domain';

/**
 * The words by which notes say what the model says with an enumeration. Keys are in small letters, words parted by
 * single spaces, hyphens read as spaces (see {@link plainWords}).
 */
export const PROGRESS_WORDS: Readonly<Record<string, Progress>> = {
  'not started': 'not-started',
  'to do': 'not-started',
  todo: 'not-started',
  planned: 'not-started',
  backlog: 'not-started',
  queued: 'not-started',
  'in progress': 'in-progress',
  started: 'in-progress',
  wip: 'in-progress',
  underway: 'in-progress',
  ongoing: 'in-progress',
  'in development': 'in-progress',
  'in dev': 'in-progress',
  'in review': 'in-progress',
  shipped: 'shipped',
  done: 'shipped',
  complete: 'shipped',
  completed: 'shipped',
  launched: 'shipped',
  released: 'shipped',
  live: 'shipped',
  delivered: 'shipped',
};

export const HEALTH_WORDS: Readonly<Record<string, Health>> = {
  'on track': 'on-track',
  'on schedule': 'on-track',
  green: 'on-track',
  'at risk': 'at-risk',
  yellow: 'at-risk',
  amber: 'at-risk',
  delayed: 'delayed',
  late: 'delayed',
  slipping: 'delayed',
  slipped: 'delayed',
  'behind schedule': 'delayed',
  behind: 'delayed',
  red: 'delayed',
  'off track': 'delayed',
  blocked: 'blocked',
  stuck: 'blocked',
  reprioritized: 'reprioritized',
  reprioritised: 'reprioritized',
  're prioritized': 'reprioritized',
  're prioritised': 'reprioritized',
  deprioritized: 'reprioritized',
  deprioritised: 'reprioritized',
};

/** What a sign says where no word does; beside words it is decoration. */
export const STATUS_SIGNS: Readonly<Record<string, { readonly progress: Progress; readonly health: Health | null }>> = {
  '✅': { progress: 'shipped', health: null },
  '☑': { progress: 'shipped', health: null },
  '✔': { progress: 'shipped', health: null },
  '🚀': { progress: 'shipped', health: null },
  '🟢': { progress: 'in-progress', health: 'on-track' },
  '🟡': { progress: 'in-progress', health: 'at-risk' },
  '🟠': { progress: 'in-progress', health: 'at-risk' },
  '🔴': { progress: 'in-progress', health: 'delayed' },
  '🚧': { progress: 'in-progress', health: null },
  '⛔': { progress: 'in-progress', health: 'blocked' },
  '🚫': { progress: 'in-progress', health: 'blocked' },
  '🛑': { progress: 'in-progress', health: 'blocked' },
  '⚪': { progress: 'not-started', health: null },
  '⬜': { progress: 'not-started', health: null },
};

/** The first word decides; whatever else the cell says becomes the note. */
export const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  low: 'low',
  l: 'low',
  minor: 'low',
  unlikely: 'low',
  medium: 'medium',
  med: 'medium',
  moderate: 'medium',
  m: 'medium',
  possible: 'medium',
  high: 'high',
  h: 'high',
  major: 'high',
  severe: 'high',
  critical: 'high',
  likely: 'high',
};

/** Those levels that mean their word; the others keep it as a note. */
export const PLAIN_LEVELS: ReadonlySet<string> = new Set(['low', 'l', 'medium', 'med', 'm', 'high', 'h']);

export const ACTION_WORDS: Readonly<Record<string, ActionState>> = {
  ...Object.fromEntries(ACTION_STATES.map((state) => [state.replace('-', ' '), state])),
  'to do': 'open',
  todo: 'open',
  new: 'open',
  'not started': 'open',
  started: 'in-progress',
  ongoing: 'in-progress',
  wip: 'in-progress',
  underway: 'in-progress',
  complete: 'done',
  completed: 'done',
  closed: 'done',
  cancelled: 'dropped',
  canceled: 'dropped',
};

export const FEASIBILITY_WORDS: Readonly<Record<string, Feasibility>> = {
  'needs talk': 'needs-talk',
  'needs a talk': 'needs-talk',
  'not discussed': 'needs-talk',
  'in talk': 'in-talk',
  'in discussion': 'in-talk',
  cleared: 'cleared',
  feasible: 'cleared',
  'not feasible': 'not-feasible',
  infeasible: 'not-feasible',
};

/** Pictographs and what modifies them: skin tones, joiners, variation selectors. */
export const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F/gu;

/** Small letters and digits, everything between them one space. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(EMOJI, ' ')
    .replaceAll(/[^\p{L}\p{N}&+/']+/gu, ' ')
    .trim();
}
