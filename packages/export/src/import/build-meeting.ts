import type { Steps } from '@duet/blocks';
import { type Block, DEFAULT_DURATION_MINUTES, type IsoDate, type Meeting, plainText } from '@duet/domain';
import { type OutlineNode, withoutFrames } from './outline.ts';
import { Calendar, yearsIn } from './reading/calendar.ts';
import { asHeading, blocksBelow, headingOf, joinTables, splitSections } from './recognise/blocks-of.ts';
import { DetailsReader } from './recognise/details.ts';
import type { SectionName } from './recognise/section-names.ts';
import { findTitle } from './recognise/title.ts';

/** The meeting that an outline tells of. */
export function* buildMeeting(outline: readonly OutlineNode[], today: IsoDate): Steps<Meeting> {
  const { title, rest } = findTitle(withoutFrames(outline).map(asHeading));
  const years = yield* yearsOf(outline);
  const details = new DetailsReader(new Calendar(today, years));
  const sections = splitSections(rest).map((section) => ({
    ...section,
    nodes: telling(section.name)
      ? section.nodes.map((node) => details.read(node)).filter((node) => node !== null)
      : section.nodes,
  }));
  const { date, durationMinutes, people } = details.details;
  const calendar = new Calendar(date ?? today, years);
  const blocks: Block[] = [];
  for (const section of sections) {
    blocks.push(...headingOf(section));
    for (const block of yield* blocksBelow(section, calendar)) blocks.push(block);
  }
  return {
    title,
    date,
    durationMinutes: durationMinutes ?? DEFAULT_DURATION_MINUTES,
    people,
    blocks: joinTables(blocks),
  };
}

/** Details of the meeting stand in their section or before the first one. */
function telling(name: SectionName | null): boolean {
  return name === null || name.kind === 'details';
}

/** The years of the full dates of an outline. */
export function* yearsOf(outline: readonly OutlineNode[]): Steps<readonly number[]> {
  const years = new Set<number>();
  for (const node of outline) {
    const words = node.kind === 'table' ? node.rows.flat().map(plainText).join('\n') : plainText(node.text);
    for (const year of yearsIn(words)) years.add(year);
    yield;
  }
  return [...years];
}
