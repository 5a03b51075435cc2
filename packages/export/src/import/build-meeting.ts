import {
  type Block,
  DEFAULT_DURATION_MINUTES,
  type IsoDate,
  type Meeting,
  make,
  plainText,
  type RiskTable,
  type RoadmapTable,
} from '@duet/domain';
import type { OutlineHeading, OutlineNode } from './outline.ts';
import { Calendar, yearsIn } from './reading/calendar.ts';
import { actionEntry } from './recognise/actions.ts';
import { checklistItem } from './recognise/checklist.ts';
import { constraintEntry } from './recognise/constraints.ts';
import { decisionEntry } from './recognise/decisions.ts';
import { DetailsReader } from './recognise/details.ts';
import { proseOf } from './recognise/prose.ts';
import { questionEntry } from './recognise/questions.ts';
import type { Context, Recogniser } from './recognise/recogniser.ts';
import { riskItem } from './recognise/risks.ts';
import { roadmapItem } from './recognise/roadmap.ts';
import { readSectionName, type SectionName } from './recognise/section-names.ts';
import { knownTable } from './recognise/tables.ts';
import { findTitle } from './recognise/title.ts';
import { upcomingEntry } from './recognise/upcoming.ts';

/** In the order in which they are asked. Those that ask for less come later. */
const RECOGNISERS: readonly Recogniser[] = [
  knownTable,
  checklistItem,
  decisionEntry,
  roadmapItem,
  upcomingEntry,
  constraintEntry,
  questionEntry,
  riskItem,
  actionEntry,
];

/** The meeting that an outline tells of. What nothing recognises stays where it is, as text. */
export function buildMeeting(outline: readonly OutlineNode[], today: IsoDate): Meeting {
  const { title, rest } = findTitle(outline.map(asHeading));
  const words = outline.map(wordsOf).join('\n');
  const years = yearsIn(words);
  const details = new DetailsReader(new Calendar(today, years));
  const sections = splitSections(rest).map((section) => ({
    ...section,
    nodes: telling(section.name)
      ? section.nodes.map((node) => details.read(node)).filter((node) => node !== null)
      : section.nodes,
  }));
  const { date, durationMinutes, people } = details.details;
  const calendar = new Calendar(date ?? today, years);
  const blocks = sections.flatMap((section) => readSection(section, calendar));
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

interface OutlineSection {
  readonly heading: OutlineHeading | null;
  readonly name: SectionName | null;
  readonly nodes: OutlineNode[];
}

/** A line that is the name of a section and nothing else opens it, also where the source has no headings. */
function asHeading(node: OutlineNode): OutlineNode {
  if (node.kind !== 'paragraph' || node.indent > 0) return node;
  return readSectionName(plainText(node.text)) === null ? node : { kind: 'heading', level: 2, text: node.text };
}

/** Cut at known names, and at unknown headings that are no deeper than the section they would stand in. */
function splitSections(nodes: readonly OutlineNode[]): readonly OutlineSection[] {
  const sections: OutlineSection[] = [{ heading: null, name: null, nodes: [] }];
  for (const node of nodes) {
    const open = sections.at(-1);
    const name = node.kind === 'heading' ? readSectionName(plainText(node.text)) : null;
    const ends = node.kind === 'heading' && open?.heading && node.level <= open.heading.level;
    if (node.kind === 'heading' && (name !== null || ends)) sections.push({ heading: node, name, nodes: [] });
    else open?.nodes.push(node);
  }
  return sections;
}

function readSection({ heading, name, nodes }: OutlineSection, calendar: Calendar): readonly Block[] {
  const blocks: Block[] = [];
  // The heading of the details goes with them; what they leave speaks for itself.
  if (heading && !(name?.kind === 'details' && nodes.length === 0)) {
    const key = name === null || name.kind === 'details' ? null : name.kind;
    blocks.push(make.sectionHeading({ key, minutes: name?.minutes ?? null, title: heading.text }));
  }
  const context: Context = { section: name, calendar };
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    if (node === undefined) break;
    const found = firstRecognised(nodes, at, context);
    blocks.push(...(found?.blocks ?? proseOf(node)));
    at += found?.used ?? 1;
  }
  return blocks;
}

function firstRecognised(nodes: readonly OutlineNode[], at: number, context: Context): ReturnType<Recogniser> {
  for (const recognise of RECOGNISERS) {
    const found = recognise(nodes, at, context);
    if (found !== null) return found;
  }
  return null;
}

/** Rows that stood next to each other are one table. */
function joinTables(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'roadmapTable' && last?.type === 'roadmapTable')
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] } satisfies RoadmapTable;
    else if (block.type === 'riskTable' && last?.type === 'riskTable')
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] } satisfies RiskTable;
    else joined.push(block);
  }
  return joined;
}

function wordsOf(node: OutlineNode): string {
  return node.kind === 'table' ? node.rows.flat().map(plainText).join('\n') : plainText(node.text);
}
