import { isGated } from '../feasibility-gate.ts';
import type { IsoDate } from '../iso-date.ts';
import {
  actionItems,
  decisions,
  type Meeting,
  openQuestions,
  riskRows,
  roadmapRows,
  upcomingItems,
} from '../meeting.ts';
import { isBlank } from '../rich-text.ts';

/**
 * What can be settled about an entry while the meeting is finalized: the fields by their names in the JSON export, each
 * with what it may become.
 */
export interface ResolutionValues {
  readonly owner: string;
  readonly escalatedTo: string;
  /** Several names in one text. */
  readonly decidedBy: string;
  readonly due: IsoDate;
  readonly targetDate: IsoDate;
  readonly sprintStart: IsoDate;
  readonly confirmedOn: IsoDate;
  readonly feasibility: 'cleared' | 'not-feasible';
  readonly dateState: 'confirmed';
  readonly contingencyMet: true;
  readonly customersTold: true;
  readonly answer: string;
  readonly why: string;
  readonly notes: string;
  readonly title: string;
  readonly intent: string;
  readonly engineering: string;
}
export type ResolutionField = keyof ResolutionValues;

/** One thing that a person settled: a field of the entry with this id. */
export type Resolution = {
  readonly [F in ResolutionField]: {
    readonly id: string;
    readonly field: F;
    readonly value: ResolutionValues[F];
  };
}[ResolutionField];

/** Who settles it, and when. */
export interface Settling {
  readonly by: { readonly name: string; readonly side: string };
  readonly today: IsoDate;
}

/** What a resolution writes into its entry: attributes, and text for the end of cells by their names in the model. */
export interface Settlement {
  readonly attributes: Readonly<Record<string, string | boolean | null>>;
  readonly texts: Readonly<Record<string, string>>;
}

type Kind = 'risk' | 'decision' | 'action' | 'question' | 'upcoming' | 'roadmap';

const FIELDS: { readonly [K in Kind]: readonly ResolutionField[] } = {
  risk: ['owner', 'escalatedTo'],
  decision: ['owner', 'decidedBy', 'why'],
  action: ['due'],
  question: ['answer'],
  upcoming: ['feasibility', 'sprintStart', 'contingencyMet', 'title', 'intent', 'engineering'],
  roadmap: ['dateState', 'targetDate', 'notes', 'customersTold', 'confirmedOn'],
};

/**
 * [M31] What a resolution writes. A string says why it may not: no such entry, a field that it does not have, or a word
 * that is not this person's to give.
 */
export function settlementOf(meeting: Meeting, resolution: Resolution, settling: Settling): Settlement | string {
  const { id, field } = resolution;
  const kind = kindOf(meeting, id);
  if (kind === null) return `Nothing in these notes has the id ${JSON.stringify(id)}.`;
  if (!FIELDS[kind].includes(field)) return `The entry ${JSON.stringify(id)} has no ${field} that could be settled.`;
  return refusalOf(meeting, resolution, settling) ?? written(resolution, settling);
}

function kindOf(meeting: Meeting, id: string): Kind | null {
  const entries: { readonly [K in Kind]: readonly { readonly id: string }[] } = {
    risk: riskRows(meeting),
    decision: decisions(meeting),
    action: actionItems(meeting),
    question: openQuestions(meeting),
    upcoming: upcomingItems(meeting),
    roadmap: roadmapRows(meeting),
  };
  const kinds = Object.keys(entries) as Kind[];
  return kinds.find((kind) => entries[kind].some((entry) => entry.id === id)) ?? null;
}

/** Why nobody, or not this person, may say so; null when they may. */
export function refusalOf(meeting: Meeting, { id, field, value }: Resolution, { by }: Settling): string | null {
  if (field === 'feasibility' && value === 'cleared') {
    const item = upcomingItems(meeting).find((one) => one.id === id);
    if (item && isGated(item) && isBlank(item.engineering)) return 'Engineering has written nothing about it yet.';
  }
  if (field === 'dateState' && by.side !== 'engineering') return 'Only engineering confirms a date.';
  return null;
}

function written({ field, value }: Resolution, { by, today }: Settling): Settlement {
  switch (field) {
    case 'feasibility': {
      const cleared = value === 'cleared';
      const attributes = { feasibility: value, clearedBy: cleared ? by.name : null, clearedOn: cleared ? today : null };
      return { attributes, texts: {} };
    }
    case 'answer':
      return { attributes: { state: 'answered' }, texts: { answer: value } };
    case 'why':
    case 'notes':
    case 'title':
    case 'intent':
    case 'engineering':
      return { attributes: {}, texts: { [field]: value } };
    default:
      return { attributes: { [field]: value }, texts: {} };
  }
}
