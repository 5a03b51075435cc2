import type { IsoDate } from './iso-date.ts';
import type { Side, Voice } from './people.ts';
import type { RichText } from './rich-text.ts';

/**
 * What a meeting is made of. Every fact of it is one of these blocks, in the order of the document.
 * Missing values are null. Names of people stand without `@`.
 */
export type Block =
  | TextBlock
  | SectionHeading
  | RoadmapTable
  | UpcomingItem
  | Constraint
  | RiskTable
  | Decision
  | ActionItem
  | OpenQuestion;

export type BlockName = Block['type'];

/** How often and since when an entry has been carried over from earlier meetings of its series. */
export interface Carried {
  /** 0 when it was made in this meeting. */
  readonly carried: number;
  /** The day of the meeting in which it first appeared. */
  readonly since: IsoDate | null;
}

export const TEXT_KINDS = ['paragraph', 'heading', 'bullet', 'ordered', 'check', 'quote'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Prose, of every kind. One flat block: changing its kind is changing an attribute. */
export interface TextBlock {
  readonly type: 'textBlock';
  readonly id: string;
  readonly kind: TextKind;
  /** Of a heading: 1 to 3. */
  readonly level: number;
  /** 0 to 8 steps. */
  readonly indent: number;
  readonly checked: boolean;
  /** Whose part it is, for the checklist before the meeting. */
  readonly side: Side | null;
  readonly text: RichText;
}

/** Opens a section; everything up to the next one belongs to it. */
export interface SectionHeading {
  readonly type: 'sectionHeading';
  readonly id: string;
  readonly key: string | null;
  /** The time box. */
  readonly minutes: number | null;
  readonly opener: Voice | null;
  readonly title: RichText;
}

export const PROGRESS = ['not-started', 'in-progress', 'shipped'] as const;
export type Progress = (typeof PROGRESS)[number];
export const HEALTH = ['on-track', 'at-risk', 'delayed', 'blocked', 'reprioritized', 'none'] as const;
export type Health = (typeof HEALTH)[number];
export const DATE_STATES = ['proposed', 'confirmed', 'promised'] as const;
export type DateState = (typeof DATE_STATES)[number];

export interface RoadmapTable {
  readonly type: 'roadmapTable';
  readonly rows: readonly RoadmapRow[];
}

export interface RoadmapRow extends Carried {
  readonly id: string;
  readonly feature: RichText;
  readonly progress: Progress;
  /** `none` is somebody's word that there is nothing to say; null is no word yet. */
  readonly health: Health | null;
  readonly targetDate: IsoDate | null;
  readonly dateState: DateState | null;
  readonly customersTold: boolean;
  readonly notes: RichText;
  /** The day of the last meeting in which somebody edited or confirmed the row (M4). */
  readonly confirmedOn: IsoDate | null;
  /** The upcoming item it grew out of. */
  readonly origin: string | null;
  /** Why it was started without a cleared feasibility talk, and who said so (M8). */
  readonly overrideReason: string | null;
  readonly overrideBy: string | null;
}

export const FEASIBILITY = ['needs-talk', 'in-talk', 'cleared', 'not-feasible'] as const;
export type Feasibility = (typeof FEASIBILITY)[number];

export interface UpcomingItem extends Carried {
  readonly type: 'upcomingItem';
  readonly id: string;
  readonly title: RichText;
  readonly sprintStart: IsoDate | null;
  readonly owner: string | null;
  readonly feasibility: Feasibility;
  readonly clearedBy: string | null;
  readonly clearedOn: IsoDate | null;
  readonly intent: RichText;
  readonly engineering: RichText;
  readonly core: RichText;
  readonly stretch: RichText;
  /** Links to design documents. */
  readonly docs: RichText;
  /** "If X is not done by DATE then Y" (M11): X, the date, whether X is done, Y. */
  readonly contingency: RichText;
  readonly contingencyBy: IsoDate | null;
  readonly contingencyMet: boolean;
  readonly fallback: RichText;
}

export interface Constraint {
  readonly type: 'constraint';
  readonly id: string;
  readonly statement: RichText;
  readonly detail: RichText;
  /** What it touches, in words. */
  readonly touches: RichText;
  /** A window, both days included. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The day by which it bites. */
  readonly horizon: IsoDate | null;
}

export const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];
export const RISK_STATES = ['open', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

export interface RiskTable {
  readonly type: 'riskTable';
  readonly rows: readonly RiskRow[];
}

export interface RiskRow extends Carried {
  readonly id: string;
  readonly risk: RichText;
  readonly owner: string | null;
  readonly likelihood: Level | null;
  readonly likelihoodNote: string | null;
  readonly impact: Level | null;
  readonly impactNote: string | null;
  readonly mitigation: RichText;
  readonly state: RiskState;
  readonly escalatedTo: string | null;
  /** The constraint it was made from (M13). */
  readonly origin: string | null;
}

export const DECISION_STATES = ['decided', 'pending', 'superseded'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export interface Decision extends Carried {
  readonly type: 'decision';
  readonly id: string;
  readonly state: DecisionState;
  readonly text: RichText;
  readonly why: RichText;
  /** The evidence that a pending decision waits for. */
  readonly awaiting: RichText;
  readonly decidedBy: readonly string[];
  readonly decidedOn: IsoDate | null;
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly affectsSprint: boolean;
  readonly origin: string | null;
  /** Ids of the decisions that this one replaces, and that replaces this one (M36). */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
}

export const ACTION_STATES = ['open', 'in-progress', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export interface ActionItem extends Carried {
  readonly type: 'actionItem';
  readonly id: string;
  readonly action: RichText;
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly status: ActionState;
  /** The risk whose mitigation it is (M15). */
  readonly origin: string | null;
}

export const QUESTION_STATES = ['open', 'answered'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export interface OpenQuestion extends Carried {
  readonly type: 'openQuestion';
  readonly id: string;
  readonly question: RichText;
  readonly answer: RichText;
  readonly owner: string | null;
  readonly state: QuestionState;
  /** Who raised it as a concern (M26); null makes it a plain question. */
  readonly raisedBy: string | null;
  readonly raisedOn: IsoDate | null;
  /** The id of what it is about, and the day that it threatens. */
  readonly about: string | null;
  readonly threatens: IsoDate | null;
}
