import type { IsoDate } from '../iso-date.ts';
import type { Meeting } from '../meeting.ts';
import { customersNotTold } from './customers-not-told.ts';
import { dateCollision } from './date-collision.ts';
import { decideNow } from './decide-now.ts';
import { decidedWithoutWhoOrWhy } from './decided-without-who-or-why.ts';
import { delayedWithoutNote } from './delayed-without-note.ts';
import { FINDING_KINDS, type Finding, type FindingKind, type Rule } from './finding.ts';
import { incompleteItem } from './incomplete-item.ts';
import { overdueAction } from './overdue-action.ts';
import { pendingWithoutOwner } from './pending-without-owner.ts';
import { promisedUnconfirmed } from './promised-unconfirmed.ts';
import { raisedConcern } from './raised-concern.ts';
import { staleRow } from './stale-row.ts';
import { unansweredQuestion } from './unanswered-question.ts';
import { ungated } from './ungated.ts';
import { unownedRisk } from './unowned-risk.ts';

const RULES: { readonly [Kind in FindingKind]: Rule } = {
  'raised-concern': raisedConcern,
  ungated,
  'decide-now': decideNow,
  'date-collision': dateCollision,
  'promised-unconfirmed': promisedUnconfirmed,
  'unowned-risk': unownedRisk,
  'pending-without-owner': pendingWithoutOwner,
  'decided-without-who-or-why': decidedWithoutWhoOrWhy,
  'overdue-action': overdueAction,
  'delayed-without-note': delayedWithoutNote,
  'customers-not-told': customersNotTold,
  'stale-row': staleRow,
  'incomplete-item': incompleteItem,
  'unanswered-question': unansweredQuestion,
};

export interface AttentionOptions {
  readonly today: IsoDate;
  /** 14 unless said otherwise. */
  readonly sprintDays?: number;
}

/** [M27] Everything in the meeting that needs somebody, worst first. Derived from the document, never typed. */
export function attention(meeting: Meeting, { today, sprintDays = 14 }: AttentionOptions): readonly Finding[] {
  return FINDING_KINDS.flatMap((kind) => RULES[kind](meeting, { today, sprintDays }));
}
