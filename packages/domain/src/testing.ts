import fc from 'fast-check';
import {
  ACTION_STATES,
  type Block,
  DATE_STATES,
  DECISION_STATES,
  FEASIBILITY,
  HEALTH,
  LEVELS,
  PROGRESS,
  QUESTION_STATES,
  RISK_STATES,
  type RiskRow,
  type RoadmapRow,
} from './blocks.ts';
import { addDays, type IsoDate, parseIsoDate } from './iso-date.ts';
import { make } from './make.ts';
import { DEFAULT_DURATION_MINUTES, type Meeting } from './meeting.ts';
import { VOICES } from './people.ts';
import { plain } from './rich-text.ts';

/** A day that a test writes down; throws on one that isn't real. */
export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

/** A meeting of these blocks alone, on Tuesday, March 18, 2025. */
export function meetingOf(blocks: readonly Block[], said: Partial<Meeting> = {}): Meeting {
  return {
    title: 'Weekly',
    date: day('2025-03-18'),
    durationMinutes: DEFAULT_DURATION_MINUTES,
    people: [],
    blocks,
    ...said,
  };
}

export function roadmapOf(...rows: readonly Partial<RoadmapRow>[]): Block {
  return { type: 'roadmapTable', rows: rows.map((row) => make.roadmapRow({ feature: plain('Search'), ...row })) };
}

export function risksOf(...rows: readonly Partial<RiskRow>[]): Block {
  return { type: 'riskTable', rows: rows.map((row) => make.riskRow({ risk: plain('Vendor leaves'), ...row })) };
}

/** Days of the weeks around March 18, 2025. */
export const days: fc.Arbitrary<IsoDate> = fc
  .integer({ min: -60, max: 60 })
  .map((offset) => addDays(day('2025-03-18'), offset));

const maybeDay = fc.option(days);
const text = fc.constantFrom('', ' ', 'Search', 'Vendor leaves', 'Ship it').map(plain);
const owner = fc.option(fc.constantFrom('wen', 'the team', 'wen, rosa', 'unknown'));
const id = fc.uuid();
const age = { carried: fc.nat(3), since: maybeDay };

const riskRow = fc.record({
  id,
  ...age,
  risk: text,
  mitigation: text,
  owner,
  escalatedTo: owner,
  likelihood: fc.option(fc.constantFrom(...LEVELS)),
  impact: fc.option(fc.constantFrom(...LEVELS)),
  state: fc.constantFrom(...RISK_STATES),
});

const roadmapRow = fc.record({
  id,
  ...age,
  feature: text,
  notes: text,
  progress: fc.constantFrom(...PROGRESS),
  health: fc.option(fc.constantFrom(...HEALTH)),
  targetDate: maybeDay,
  dateState: fc.option(fc.constantFrom(...DATE_STATES)),
  customersTold: fc.boolean(),
  confirmedOn: maybeDay,
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ id, text, checked: fc.boolean() }).map(make.textBlock),
  fc
    .record({
      id,
      key: fc.constantFrom('guide', 'risks', null),
      opener: fc.option(fc.constantFrom(...VOICES)),
      title: text,
    })
    .map(make.sectionHeading),
  fc.array(roadmapRow, { maxLength: 4 }).map((rows) => roadmapOf(...rows)),
  fc.array(riskRow, { maxLength: 4 }).map((rows) => risksOf(...rows)),
  fc
    .record({
      id,
      ...age,
      title: text,
      intent: text,
      engineering: text,
      sprintStart: maybeDay,
      feasibility: fc.constantFrom(...FEASIBILITY),
      contingency: text,
      contingencyBy: maybeDay,
      contingencyMet: fc.boolean(),
    })
    .map(make.upcomingItem),
  fc.record({ id, statement: text, from: maybeDay, to: maybeDay, horizon: maybeDay }).map(make.constraint),
  fc
    .record({
      id,
      ...age,
      text,
      why: text,
      owner,
      state: fc.constantFrom(...DECISION_STATES),
      decidedBy: fc.constantFrom([], ['wen']),
    })
    .map(make.decision),
  fc
    .record({ id, ...age, action: text, owner, due: maybeDay, status: fc.constantFrom(...ACTION_STATES) })
    .map(make.actionItem),
  fc
    .record({ id, ...age, question: text, owner, state: fc.constantFrom(...QUESTION_STATES), raisedBy: owner })
    .map(make.openQuestion),
);

/** Meetings with every block in every state that a rule looks at. */
export const meetings: fc.Arbitrary<Meeting> = fc
  .record({ blocks: fc.array(block, { maxLength: 12 }), date: maybeDay })
  .map(({ blocks, date }) => meetingOf(blocks, { date }));
