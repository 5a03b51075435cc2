import { isOpenAction, lateDays } from './action-due.ts';
import type { Block, Carried, Constraint, RoadmapRow, SectionHeading, TextBlock, UpcomingItem } from './blocks.ts';
import { chosenFallback } from './contingency.ts';
import { windowOf } from './date-collisions.ts';
import { itemsAhead } from './feasibility-gate.ts';
import { addDays, type IsoDate } from './iso-date.ts';
import { make } from './make.ts';
import { type Meeting, type Section, sections } from './meeting.ts';
import type { Voice } from './people.ts';
import { isBlank } from './rich-text.ts';
import { isWritten, textsOf } from './written.ts';

/** What the next meeting of a series starts with. Who attends is not carried: people join anew. */
export type NextMeeting = Pick<Meeting, 'title' | 'date' | 'durationMinutes' | 'blocks'>;

const DAYS_BETWEEN_MEETINGS = 7;

/** The sections whose prose belongs to every meeting; elsewhere it is the notes of that one meeting. */
const STANDING_SECTIONS: readonly (string | null | undefined)[] = ['guide', 'checklist', 'followup'];

/**
 * [M35] The next meeting of a series: the same sections with the other side opening each, and whatever is not
 * settled, a meeting older. Entries keep their ids, so links between them and comparisons across meetings hold.
 * The date is a week later unless one is given.
 */
export function carryOver(previous: Meeting, next: { date?: IsoDate; title?: string } = {}): NextMeeting {
  const date = next.date ?? nextDate(previous);
  return {
    title: next.title ?? previous.title,
    date,
    durationMinutes: previous.durationMinutes,
    blocks: sections(previous).flatMap((section) => carrySection(section, previous, date)),
  };
}

/** The day of the meeting after this one; null when this one has none. */
export function nextDate({ date }: Pick<Meeting, 'date'>): IsoDate | null {
  return date && addDays(date, DAYS_BETWEEN_MEETINGS);
}

function carrySection({ heading, blocks }: Section, previous: Meeting, next: IsoDate | null): readonly Block[] {
  const standing = STANDING_SECTIONS.includes(heading?.key);
  const carried = blocks.flatMap((block) =>
    block.type === 'textBlock' ? carryProse(block, standing) : carryBlock(block, previous, next),
  );
  if (heading === null) return carried;
  const ordered = lateFirst(carried, next);
  // A section without anything in it would offer no place to type.
  return [invert(heading), ...(ordered.length > 0 ? ordered : [make.textBlock()])];
}

/**
 * What is late by then stands at the head of the actions. Within a meeting the order is the room's; a new one is the
 * moment to bring up what was let lie.
 */
function lateFirst(blocks: readonly Block[], today: IsoDate | null): readonly Block[] {
  const isLate = (block: Block): boolean => block.type === 'actionItem' && today !== null && lateDays(block, today) > 0;
  const first = blocks.findIndex(({ type }) => type === 'actionItem');
  const before = blocks.slice(0, Math.max(0, first));
  const rest = blocks.slice(before.length);
  return [...before, ...rest.filter(isLate), ...rest.filter((block) => !isLate(block))];
}

function carryProse(block: TextBlock, standing: boolean): readonly TextBlock[] {
  return standing && !isBlank(block.text) ? [{ ...block, checked: false }] : [];
}

function carryBlock(block: Exclude<Block, TextBlock>, meeting: Meeting, next: IsoDate | null): readonly Block[] {
  const previous = meeting.date;
  switch (block.type) {
    case 'sectionHeading':
      return [block];
    case 'roadmapTable':
      return [{ ...block, rows: block.rows.filter(isUnshipped).map((row) => olderRow(row, previous)) }];
    case 'riskTable': {
      const open = block.rows.filter((row) => row.state === 'open' && isWritten(textsOf.riskRow(row)));
      return [{ ...block, rows: open.map((row) => older(row, previous)) }];
    }
    case 'upcomingItem':
      return isAhead(meeting, block) ? [older(withoutChosen(meeting, block), previous)] : [];
    case 'constraint':
      return isWritten(textsOf.constraint(block)) && !isOver(block, next) ? [block] : [];
    case 'decision':
      return block.state === 'pending' && isWritten(textsOf.decision(block)) ? [older(block, previous)] : [];
    case 'actionItem':
      return isOpenAction(block) && !isBlank(block.action) ? [older(block, previous)] : [];
    case 'openQuestion':
      return block.state === 'open' && isWritten(textsOf.openQuestion(block)) ? [older(block, previous)] : [];
  }
}

function isUnshipped(row: RoadmapRow): boolean {
  return row.progress !== 'shipped' && isWritten(textsOf.roadmapRow(row));
}

function isAhead(meeting: Meeting, item: UpcomingItem): boolean {
  return isWritten(textsOf.upcomingItem(item)) && itemsAhead(meeting).includes(item);
}

/** The decision for the fallback stays behind with its meeting: without its day the item asks for none again. */
function withoutChosen(meeting: Meeting, item: UpcomingItem): UpcomingItem {
  return chosenFallback(meeting, item) === null ? item : { ...item, contingencyBy: null };
}

/** A row that was new counts as confirmed in the meeting it was made in: the next one asks again (M4). */
function olderRow(row: RoadmapRow, previous: IsoDate | null): RoadmapRow {
  return { ...older(row, previous), confirmedOn: row.confirmedOn ?? (row.carried === 0 ? previous : null) };
}

function older<T extends Carried>(entry: T, previous: IsoDate | null): T {
  return { ...entry, carried: entry.carried + 1, since: entry.since ?? previous };
}

/** Its window lies behind the next meeting. A horizon that has passed stays: from then on it bites. */
function isOver(constraint: Constraint, next: IsoDate | null): boolean {
  const window = windowOf(constraint);
  return window !== null && constraint.horizon === null && next !== null && window.to < next;
}

/** [M23] Whoever opened a section lets the other side open it next time. */
function invert(heading: SectionHeading): SectionHeading {
  const other: Readonly<Record<Voice, Voice>> = { product: 'engineering', engineering: 'product' };
  return { ...heading, opener: heading.opener && other[heading.opener] };
}
