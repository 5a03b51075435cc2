import {
  ACTION_STATES,
  type Block,
  type BlockName,
  DATE_STATES,
  DECISION_STATES,
  FEASIBILITY,
  HEALTH,
  isoDateOf,
  LEVELS,
  type Meeting,
  PROGRESS,
  QUESTION_STATES,
  RISK_STATES,
  type RiskRow,
  ROLES,
  type RoadmapRow,
  SIDES,
  TEXT_KINDS,
  VOICES,
} from '@duet/domain';
import fc from 'fast-check';
import { owner, people, shortText } from '../attributes.ts';
import { LINKING } from '../markdown/links.ts';
import { arbitraryString, arbitraryText } from './texts.ts';

/** Blocks and meetings with anything in them that reading a document can give, for tests by property. */

type Arbitraries = { readonly [Name in BlockName]: fc.Arbitrary<Extract<Block, { type: Name }>> };

const id = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 12, maxLength: 12 });
const date = fc.integer({ min: 0, max: 60_000 }).map((day) => isoDateOf(day * 86_400_000));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const maybeDate = maybe(date);
const words = arbitraryString.map((text) => shortText.read(text));
const name = fc
  .oneof(arbitraryString, fc.constantFrom('wen', 'the team', 'wen and rosa', '@wen', 'tbd'))
  .map((text) => owner.read(text));
const names = fc.array(arbitraryString, { maxLength: 3 }).map((all) => people.read(all));
const carried = { carried: fc.nat(3), since: maybeDate };
const text = arbitraryText;
/** Refers to a block of the same meeting, to one of an earlier one, or to nothing; see {@link withLinks}. */
const link = maybe(
  fc.oneof(
    fc.nat(20).map((index) => `${BLOCK}${index}`),
    words.map((said) => said ?? 'x'),
  ),
);
const BLOCK = 'block ';

const riskRow: fc.Arbitrary<RiskRow> = fc.record({
  id,
  risk: text,
  owner: name,
  likelihood: maybe(fc.constantFrom(...LEVELS)),
  likelihoodNote: words,
  impact: maybe(fc.constantFrom(...LEVELS)),
  impactNote: words,
  mitigation: text,
  state: fc.constantFrom(...RISK_STATES),
  escalatedTo: name,
  origin: link,
  ...carried,
});

const roadmapRow: fc.Arbitrary<RoadmapRow> = fc.record({
  id,
  feature: text,
  progress: fc.constantFrom(...PROGRESS),
  health: maybe(fc.constantFrom(...HEALTH)),
  targetDate: maybeDate,
  dateState: maybe(fc.constantFrom(...DATE_STATES)),
  customersTold: fc.boolean(),
  notes: text,
  confirmedOn: maybeDate,
  origin: link,
  overrideReason: words,
  overrideBy: words,
  ...carried,
});

export const arbitraryBlocks: Arbitraries = {
  textBlock: fc.record({
    type: fc.constant('textBlock'),
    id,
    kind: fc.constantFrom(...TEXT_KINDS),
    level: fc.integer({ min: 1, max: 3 }),
    indent: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 })),
    checked: fc.boolean(),
    side: maybe(fc.constantFrom(...SIDES)),
    text,
  }),
  sectionHeading: fc.record({
    type: fc.constant('sectionHeading'),
    id,
    key: words,
    minutes: maybe(fc.integer({ min: 0, max: 1440 })),
    opener: maybe(fc.constantFrom(...VOICES)),
    title: text,
  }),
  roadmapTable: fc.record({ type: fc.constant('roadmapTable'), rows: fc.array(roadmapRow, { maxLength: 3 }) }),
  upcomingItem: fc.record({
    type: fc.constant('upcomingItem'),
    id,
    title: text,
    sprintStart: maybeDate,
    owner: name,
    feasibility: fc.constantFrom(...FEASIBILITY),
    clearedBy: words,
    clearedOn: maybeDate,
    intent: text,
    engineering: text,
    core: text,
    stretch: text,
    docs: text,
    contingency: text,
    contingencyBy: maybeDate,
    contingencyMet: fc.boolean(),
    fallback: text,
    ...carried,
  }),
  constraint: fc.record({
    type: fc.constant('constraint'),
    id,
    statement: text,
    detail: text,
    touches: text,
    from: maybeDate,
    to: maybeDate,
    horizon: maybeDate,
  }),
  riskTable: fc.record({ type: fc.constant('riskTable'), rows: fc.array(riskRow, { maxLength: 3 }) }),
  decision: fc.record({
    type: fc.constant('decision'),
    id,
    state: fc.constantFrom(...DECISION_STATES),
    text,
    why: text,
    awaiting: text,
    decidedBy: names,
    decidedOn: maybeDate,
    owner: name,
    due: maybeDate,
    affectsSprint: fc.boolean(),
    origin: link,
    supersedes: link,
    supersededBy: link,
    ...carried,
  }),
  actionItem: fc.record({
    type: fc.constant('actionItem'),
    id,
    action: text,
    owner: name,
    due: maybeDate,
    status: fc.constantFrom(...ACTION_STATES),
    origin: link,
    ...carried,
  }),
  openQuestion: fc.record({
    type: fc.constant('openQuestion'),
    id,
    question: text,
    answer: text,
    owner: name,
    state: fc.constantFrom(...QUESTION_STATES),
    raisedBy: name,
    raisedOn: maybeDate,
    about: link,
    threatens: maybeDate,
    ...carried,
  }),
};

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(...Object.values<fc.Arbitrary<Block>>(arbitraryBlocks));

/** A meeting in which some blocks link to others. Ids are unique, titles and names trimmed, as reading gives them. */
export function arbitraryMeeting(): fc.Arbitrary<Meeting> {
  return arbitraryMeetingOf(fc.array(arbitraryBlock, { maxLength: 8 }));
}

export function arbitraryMeetingOf(blocks: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<Meeting> {
  const line = (fallback: string) => arbitraryString.map((said) => said.trim() || fallback);
  return fc
    .record({
      title: line('Weekly sync'),
      date: maybeDate,
      durationMinutes: fc.integer({ min: 1, max: 600 }),
      people: fc.uniqueArray(
        fc.record({ id, name: line('Ana'), side: fc.constantFrom(...SIDES), role: fc.constantFrom(...ROLES) }),
        { maxLength: 4, selector: (person) => person.id },
      ),
      blocks,
    })
    .map((meeting) => ({ ...meeting, blocks: withLinks(withUniqueIds(meeting.blocks)) }));
}

type Entry = { readonly id: string };

const mapEntries = (block: Block, map: (entry: Entry) => Entry): Block =>
  ('rows' in block ? { ...block, rows: block.rows.map(map) } : map(block)) as Block;

function withUniqueIds(blocks: readonly Block[]): readonly Block[] {
  let count = 0;
  return blocks.map((block) => mapEntries(block, (entry) => ({ ...entry, id: `${entry.id}${count++}` })));
}

function withLinks(blocks: readonly Block[]): readonly Block[] {
  const ids = blocks.flatMap((block) => ('rows' in block ? block.rows.map((row) => row.id) : [block.id]));
  const resolve = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(BLOCK)
      ? (ids[Number(value.slice(BLOCK.length)) % ids.length] ?? null)
      : value;
  return blocks.map((block) =>
    mapEntries(block, (entry) => {
      const links = Object.entries(entry).filter(([key]) => LINKING.has(key));
      return { ...entry, ...Object.fromEntries(links.map(([key, value]) => [key, resolve(value)])) };
    }),
  );
}
