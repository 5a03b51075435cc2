import type {
  ActionItem,
  Block,
  Constraint,
  Decision,
  OpenQuestion,
  RiskRow,
  RoadmapRow,
  SectionHeading,
  TextBlock,
  UpcomingItem,
} from './blocks.ts';
import type { IsoDate } from './iso-date.ts';
import { type Attendee, everybodyOnce } from './people.ts';

export const MEETING_STATUSES = ['draft', 'live', 'finalized'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A meeting as its document says it, at one moment. */
export interface Meeting {
  readonly title: string;
  readonly date: IsoDate | null;
  readonly durationMinutes: number;
  readonly people: readonly Attendee[];
  /** In the order of the document. */
  readonly blocks: readonly Block[];
}

export const DEFAULT_DURATION_MINUTES = 45;

/** Who is at the meeting, as it is told to people. `people` has somebody who joined twice two times. */
export const roster = (meeting: Meeting): readonly Attendee[] => everybodyOnce(meeting.people);

export function facilitators(meeting: Meeting): readonly Attendee[] {
  return roster(meeting).filter((person) => person.role === 'facilitator');
}

export function attendees(meeting: Meeting): readonly Attendee[] {
  return roster(meeting).filter((person) => person.role !== 'facilitator');
}

function ofType<T extends Block['type']>(meeting: Meeting, type: T): readonly Extract<Block, { type: T }>[] {
  return meeting.blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

export const roadmapRows = (meeting: Meeting): readonly RoadmapRow[] =>
  ofType(meeting, 'roadmapTable').flatMap((table) => table.rows);
export const upcomingItems = (meeting: Meeting): readonly UpcomingItem[] => ofType(meeting, 'upcomingItem');
export const constraints = (meeting: Meeting): readonly Constraint[] => ofType(meeting, 'constraint');
export const riskRows = (meeting: Meeting): readonly RiskRow[] =>
  ofType(meeting, 'riskTable').flatMap((table) => table.rows);
export const decisions = (meeting: Meeting): readonly Decision[] => ofType(meeting, 'decision');
export const actionItems = (meeting: Meeting): readonly ActionItem[] => ofType(meeting, 'actionItem');
export const openQuestions = (meeting: Meeting): readonly OpenQuestion[] => ofType(meeting, 'openQuestion');
export const textBlocks = (meeting: Meeting): readonly TextBlock[] => ofType(meeting, 'textBlock');

/** The check items: what each side prepares before the meeting. */
export const checklist = (meeting: Meeting): readonly TextBlock[] =>
  textBlocks(meeting).filter((block) => block.kind === 'check');

export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: SectionHeading | null;
  readonly blocks: readonly Block[];
}

/** The document cut at its section headings, in order. */
export function sections(meeting: Meeting): readonly Section[] {
  const found: { heading: SectionHeading | null; blocks: Block[] }[] = [{ heading: null, blocks: [] }];
  for (const block of meeting.blocks) {
    if (block.type === 'sectionHeading') found.push({ heading: block, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found.filter((section) => section.heading !== null || section.blocks.length > 0);
}
