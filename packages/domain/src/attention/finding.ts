import type { IsoDate } from '../iso-date.ts';
import type { Meeting } from '../meeting.ts';

/** Everything that can need attention, in the order of its consequence: the worst first (M27). */
export const FINDING_KINDS = [
  'raised-concern',
  'ungated',
  'decide-now',
  'date-collision',
  'promised-unconfirmed',
  'unowned-risk',
  'pending-without-owner',
  'decided-without-who-or-why',
  'overdue-action',
  'delayed-without-note',
  'customers-not-told',
  'stale-row',
  'incomplete-item',
  'unanswered-question',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The one thing that would settle a finding, for a button beside it. It acts on the block of the finding. */
export type Fix =
  /** Hold the feasibility talk: opens the gate of the item. */
  | { readonly kind: 'talk-through' }
  /** Say that the condition is met, or go for the fallback. */
  | { readonly kind: 'settle-contingency' }
  /** Set the attribute to one of these days. */
  | { readonly kind: 'move-date'; readonly attribute: 'targetDate' | 'sprintStart'; readonly days: readonly IsoDate[] }
  | { readonly kind: 'confirm-date' }
  | { readonly kind: 'name-owner' }
  | { readonly kind: 'name-deciders' }
  | { readonly kind: 'mark-done' }
  | { readonly kind: 'customers-told' }
  | { readonly kind: 'confirm-row' }
  /** Put the caret into this text of the block. */
  | { readonly kind: 'write'; readonly field: 'title' | 'intent' | 'engineering' | 'why' | 'notes' | 'answer' };

export interface Finding {
  readonly kind: FindingKind;
  /** The block or row that it is about. */
  readonly blockId: string;
  /** The thing itself, in its own words. */
  readonly title: string;
  /** Why it is here: one plain sentence. */
  readonly why: string;
  readonly fix?: Fix;
}

export interface RuleContext {
  readonly today: IsoDate;
  /** The length of a sprint. */
  readonly sprintDays: number;
}

/** One reason for attention. Gives its findings worst first. */
export type Rule = (meeting: Meeting, context: RuleContext) => readonly Finding[];
