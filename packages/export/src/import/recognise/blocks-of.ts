import type { Steps } from '@duet/blocks';
import { type Block, make, plainText, type RiskTable, type RoadmapTable } from '@duet/domain';
import type { OutlineHeading, OutlineNode } from '../outline.ts';
import type { Calendar } from '../reading/calendar.ts';
import { actionEntry } from './actions.ts';
import { checklistItem } from './checklist.ts';
import { constraintEntry } from './constraints.ts';
import { decisionEntry } from './decisions.ts';
import { proseOf } from './prose.ts';
import { questionEntry } from './questions.ts';
import type { Context, Recogniser } from './recogniser.ts';
import { riskItem } from './risks.ts';
import { roadmapItem } from './roadmap.ts';
import { readSectionName, type SectionName } from './section-names.ts';
import { knownTable } from './tables.ts';
import { upcomingEntry } from './upcoming.ts';

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

/** Part of an outline: what stands below a heading that opens a section, or before the first one. */
export interface OutlineSection {
  readonly heading: OutlineHeading | null;
  readonly name: SectionName | null;
  readonly nodes: readonly OutlineNode[];
}

/** A line that is the name of a section and nothing else opens it, also where the source has no headings. */
export function asHeading(node: OutlineNode): OutlineNode {
  if (node.kind !== 'paragraph' || node.indent > 0) return node;
  return readSectionName(plainText(node.text)) === null ? node : { kind: 'heading', level: 2, text: node.text };
}

/** Cut at known names, and at unknown headings that are no deeper than the section they would stand in. */
export function splitSections(
  nodes: readonly OutlineNode[],
  before: SectionName | null = null,
): readonly OutlineSection[] {
  const sections: (OutlineSection & { nodes: OutlineNode[] })[] = [{ heading: null, name: before, nodes: [] }];
  for (const node of nodes) {
    const open = sections.at(-1);
    const name = node.kind === 'heading' ? readSectionName(plainText(node.text)) : null;
    const ends = node.kind === 'heading' && open?.heading && node.level <= open.heading.level;
    if (node.kind === 'heading' && (name !== null || ends)) sections.push({ heading: node, name, nodes: [] });
    else open?.nodes.push(node);
  }
  return sections;
}

/** The heading that opens a section of the meeting. That of the details goes with them; what they leave speaks for itself. */
export function headingOf({ heading, name, nodes }: OutlineSection): readonly Block[] {
  if (heading === null || (name?.kind === 'details' && nodes.length === 0)) return [];
  const key = name === null || name.kind === 'details' ? null : name.kind;
  return [make.sectionHeading({ key, minutes: name?.minutes ?? null, title: heading.text })];
}

/** The blocks that stand below the heading of a section. What nothing recognises stays where it is, as text. */
export function* blocksBelow({ name, nodes }: OutlineSection, calendar: Calendar): Steps<readonly Block[]> {
  const blocks: Block[] = [];
  const context: Context = { section: name, calendar };
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    if (node === undefined) break;
    const found = firstRecognised(nodes, at, context);
    blocks.push(...(found?.blocks ?? proseOf(node)));
    at += found?.used ?? 1;
    yield;
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
export function joinTables(blocks: readonly Block[]): readonly Block[] {
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
