import {
  actionItems,
  constraints,
  decisions,
  type Meeting,
  openQuestions,
  plainText,
  type RichText,
  riskRows,
  roadmapRows,
  upcomingItems,
} from '@duet/domain';

export type PlaceKind = 'roadmap' | 'upcoming' | 'constraint' | 'risk' | 'decision' | 'action' | 'question';

/** A row or block of the notes that can be gone to by its text. */
export interface DocumentPlace {
  readonly kind: PlaceKind;
  readonly blockId: string;
  readonly text: string;
  /** Who and when, if the block says so: found as well. */
  readonly about: string;
}

/** Everything with a text of its own that a person may look for, in the order of the agenda. */
export function documentPlaces(meeting: Meeting): readonly DocumentPlace[] {
  return [
    ...roadmapRows(meeting).map((row) => place('roadmap', row.id, row.feature, row.targetDate)),
    ...upcomingItems(meeting).map((item) => place('upcoming', item.id, item.title, item.owner)),
    ...constraints(meeting).map((one) => place('constraint', one.id, one.statement)),
    ...riskRows(meeting).map((risk) => place('risk', risk.id, risk.risk, risk.owner)),
    ...decisions(meeting).map((one) => place('decision', one.id, one.text, one.decidedBy.join(', ') || one.owner)),
    ...actionItems(meeting).map((item) => place('action', item.id, item.action, item.owner)),
    ...openQuestions(meeting).map((one) => place('question', one.id, one.question, one.owner)),
  ].filter(({ text }) => text !== '');
}

function place(kind: PlaceKind, blockId: string, text: RichText, about: string | null = null): DocumentPlace {
  return { kind, blockId, text: plainText(text).replace(/\s+/g, ' ').trim(), about: about ?? '' };
}
