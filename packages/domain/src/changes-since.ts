import { dayInWords } from './day-words.ts';
import type { IsoDate } from './iso-date.ts';
import {
  actionItems,
  constraints,
  decisions,
  type Meeting,
  openQuestions,
  riskRows,
  roadmapRows,
  upcomingItems,
} from './meeting.ts';
import { plainText, type RichText } from './rich-text.ts';
import {
  ACTION_WORDS,
  DATE_STATE_WORDS,
  DECISION_WORDS,
  FEASIBILITY_WORDS,
  LEVEL_WORDS,
  QUESTION_WORDS,
  statusWords,
} from './wording.ts';
import { isWritten, textsOf, titleOf } from './written.ts';

export interface Change {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly blockId: string;
  readonly title: string;
  /** Of what is changed: each facet in words ("Status: Shipped, was In progress"). */
  readonly what: readonly string[];
}

/** What can be said of an entry, each with its words; null for nothing. */
type Facets = Readonly<Record<string, string | null>>;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly facets: Facets;
}

/**
 * [M35] What is different from an earlier state: last week's meeting, or an earlier revision. Entries are the same
 * when they have the same id, which carrying over keeps. New and changed ones in the order of the document, then
 * those that are gone.
 */
export function changesSince(before: Meeting, now: Meeting, today: IsoDate): readonly Change[] {
  const earlier = new Map(entriesOf(before, today).map((entry) => [entry.id, entry]));
  const current = entriesOf(now, today);
  const kept = new Set(current.map((entry) => entry.id));
  return [
    ...current.flatMap(({ id, title, facets }): readonly Change[] => {
      const was = earlier.get(id);
      if (was === undefined) return [{ kind: 'new', blockId: id, title, what: [] }];
      const what = differences(was.facets, facets);
      return what.length === 0 ? [] : [{ kind: 'changed', blockId: id, title, what }];
    }),
    ...[...earlier.values()]
      .filter((entry) => !kept.has(entry.id))
      .map(({ id, title }): Change => ({ kind: 'gone', blockId: id, title, what: [] })),
  ];
}

/** Longer texts are not quoted. */
const LONGEST_QUOTE = 60;

function differences(was: Facets, is: Facets): readonly string[] {
  return Object.entries(is).flatMap(([label, words]) => {
    const before = was[label] ?? null;
    if (before === words) return [];
    if (Math.max(before?.length ?? 0, words?.length ?? 0) > LONGEST_QUOTE) return [`${label}: rewritten`];
    return [`${label}: ${words ?? 'none'}, was ${before ?? 'none'}`];
  });
}

function entriesOf(meeting: Meeting, today: IsoDate): readonly Entry[] {
  const day = (date: IsoDate | null): string | null => date && dayInWords(date, today);
  return [
    ...entries(roadmapRows(meeting), textsOf.roadmapRow, (row) => ({
      Feature: said(row.feature),
      Status: statusWords(row),
      'Target date': day(row.targetDate),
      'State of the date': row.dateState && DATE_STATE_WORDS[row.dateState],
      Notes: said(row.notes),
    })),
    ...entries(upcomingItems(meeting), textsOf.upcomingItem, (item) => ({
      Title: said(item.title),
      'Sprint start': day(item.sprintStart),
      Feasibility: FEASIBILITY_WORDS[item.feasibility],
      Owner: item.owner,
      Intent: said(item.intent),
      'Engineering view': said(item.engineering),
    })),
    ...entries(constraints(meeting), textsOf.constraint, (constraint) => ({
      Constraint: said(constraint.statement),
      From: day(constraint.from),
      To: day(constraint.to),
      'Bites by': day(constraint.horizon),
      Detail: said(constraint.detail),
    })),
    ...entries(riskRows(meeting), textsOf.riskRow, (row) => ({
      Risk: said(row.risk),
      Owner: row.owner,
      'Escalated to': row.escalatedTo,
      Likelihood: row.likelihood && LEVEL_WORDS[row.likelihood],
      Impact: row.impact && LEVEL_WORDS[row.impact],
      Mitigation: said(row.mitigation),
      State: row.state === 'closed' ? 'Closed' : 'Open',
    })),
    ...entries(decisions(meeting), textsOf.decision, (decision) => ({
      Decision: said(decision.text),
      State: DECISION_WORDS[decision.state],
      'Decided by': decision.decidedBy.join(', ') || null,
      Owner: decision.owner,
      Due: day(decision.due),
      Why: said(decision.why),
    })),
    ...entries(
      actionItems(meeting),
      (action) => [action.action],
      (action) => ({
        Action: said(action.action),
        Owner: action.owner,
        Due: day(action.due),
        Status: ACTION_WORDS[action.status],
      }),
    ),
    ...entries(openQuestions(meeting), textsOf.openQuestion, (question) => ({
      Question: said(question.question),
      Owner: question.owner,
      State: QUESTION_WORDS[question.state],
      Answer: said(question.answer),
    })),
  ];
}

function entries<B extends { readonly id: string }>(
  all: readonly B[],
  texts: (entry: B) => readonly RichText[],
  facets: (entry: B) => Facets,
): readonly Entry[] {
  return all
    .filter((entry) => isWritten(texts(entry)))
    .map((entry) => ({ id: entry.id, title: titleOf(texts(entry)), facets: facets(entry) }));
}

function said(text: RichText): string | null {
  return plainText(text).trim() || null;
}
